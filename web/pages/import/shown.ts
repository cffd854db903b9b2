import type { AnswerOf } from '../../api/read.ts';

export type Job = AnswerOf<'GET /api/imports/{import}'>;
