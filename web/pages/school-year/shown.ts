import type { AnswerOf } from '../../api/read.ts';

export type YearChange = AnswerOf<'GET /api/schools/{school}/year-change'>;
