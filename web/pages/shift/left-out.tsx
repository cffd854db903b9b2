import type { ProblemSaid } from '../../api/problem.ts';
import type { Look } from '../../look.ts';
import type { LeaderWords } from '../../words/leader.ts';
import { sentenceOf } from '../../words/problems.ts';

export interface RowResult {
  readonly id: string;
  /** `done`, `already`, or the code of the problem this row met. */
  readonly outcome: string;
  /** The API's own sentence for that. */
  readonly title?: string;
}
interface LeftOutGiven {
  readonly words: LeaderWords;
  readonly look: Look;
  readonly rows: readonly RowResult[];
  nameOf(id: string): string;
}

export const isDone = ({ outcome }: RowResult) => outcome === 'done' || outcome === 'already';

/** Rows of bulk work that did not go through, each with its reason. */
export const LeftOut = ({ words, look, rows, nameOf }: LeftOutGiven) => (
  <ul class="flex flex-col gap-1">
    {rows.map(({ id, outcome, title }) => {
      const code = outcome as ProblemSaid['code'];
      return <li key={id}>{words.notDone(nameOf(id), sentenceOf({ code, status: 0, title }, look.language).title)}</li>;
    })}
  </ul>
);
