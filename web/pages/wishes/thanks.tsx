import { thanksPhrases } from '../../../shared/rules/wish-states.ts';
import type { WishesWords } from '../../words/wishes.ts';
import { Tick } from '../order-new/tick.tsx';

/** The words to choose from. */
export const Thanks = ({ words }: { words: WishesWords }) => (
  <fieldset>
    <legend class="text-soft">{words.thankLead}</legend>
    {thanksPhrases.map((phrase) => (
      <Tick key={phrase} name={phrase}>
        {words.thanks[phrase]}
      </Tick>
    ))}
  </fieldset>
);
