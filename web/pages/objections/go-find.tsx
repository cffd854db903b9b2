import type { Look } from '../../look.ts';
import { LinkButton } from '../../ui/button.tsx';
import { objectionsWords } from '../../words/objections.ts';

/** A record that does not count after an objection. */
export interface Refuted {
  readonly shift: string;
  readonly person: string;
}

/** Where one goes on from an objection that was right, if the record was made up on purpose. */
export const GoFind = ({ shift, person, look }: Refuted & { readonly look: Look }) => (
  <LinkButton kind="quiet" class="self-start" href={`/corrections/new?shift=${shift}`}>
    {objectionsWords[look.language].goFind(person)}
  </LinkButton>
);
