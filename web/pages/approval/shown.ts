import type { AnswerOf } from '../../api/read.ts';

export type Shown = AnswerOf<'GET /api/shifts/{shift}'>;
