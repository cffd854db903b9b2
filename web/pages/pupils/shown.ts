import type { AnswerOf, ItemOf } from '../../api/read.ts';

export type Pupil = ItemOf<'GET /api/volunteers'>;
export type Classes = AnswerOf<'GET /api/classes'>['items'];
/** Who is about to get a consent registered. */
export type Candidate = Pick<Pupil, 'id' | 'name' | 'classId' | 'consent'>;
