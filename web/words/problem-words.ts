import type { ProblemSaid } from '../api/problem.ts';

type Code = ProblemSaid['code'];
export interface ProblemWords {
  readonly next: Readonly<Record<Code, string>>;
  /** Where they are better than the API's own, which are Chinese, or where the API said nothing. */
  readonly titles: Readonly<Partial<Record<Code, string>>>;
}
