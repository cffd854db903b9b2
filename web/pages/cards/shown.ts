import type { AnswerOf, ItemOf } from '../../api/read.ts';

type Issued = AnswerOf<'POST /api/classes/{class}/activation-codes'>;

/** What is printed, and who of the class has to wait for a consent. */
export interface Cards extends Pick<Issued, 'school' | 'items' | 'guardianCards'> {
  readonly leftOut: readonly string[];
}
export type ClassPupil = ItemOf<'GET /api/volunteers'>;
