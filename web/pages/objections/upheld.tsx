import { LinkButton } from '../../ui/button.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import type { HoursWords } from '../../words/hours.ts';

/** A record that does not count after an objection. */
export interface Refuted {
  readonly shift: string;
  readonly person: string;
}

interface UpheldGiven {
  readonly refuted: Refuted;
  readonly words: HoursWords;
  /** May say that a record was made up on purpose. */
  readonly mayFind: boolean;
}

/** What was decided just now, and where one goes on if the record was made up on purpose. */
export const Upheld = ({ refuted: { shift, person }, words, mayFind }: UpheldGiven) => (
  <div class="flex flex-wrap items-center gap-3">
    <DoneNote>{words.upheld(person)}</DoneNote>
    {mayFind && (
      <LinkButton kind="quiet" href={`/corrections/new?shift=${shift}`}>
        {words.goFind}
      </LinkButton>
    )}
  </div>
);
