import { LinkButton } from '../../ui/button.tsx';
import type { HoursWords } from '../../words/hours.ts';

/** A record that does not count after an objection. */
export interface Refuted {
  readonly shift: string;
  readonly person: string;
}

/** Where one goes on from an objection that was right, if the record was made up on purpose. */
export const GoFind = ({ shift, person, words }: Refuted & { readonly words: HoursWords }) => (
  <LinkButton kind="quiet" class="self-start" href={`/corrections/new?shift=${shift}`}>
    {words.goFind(person)}
  </LinkButton>
);
