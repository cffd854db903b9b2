import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { TextField } from '../../ui/field.tsx';
import type { StandingInWords } from '../../words/standing-in.ts';

const dayMs = 24 * 3_600_000;
/** As the API has it: from today on, half a year at most. */
const daysMax = 183;

/** The last day of a post that ends by itself; two weeks to begin with. */
export const UntilField = ({ words, where: { now } }: { words: StandingInWords; where: Where }) => (
  <TextField
    name="until"
    type="date"
    label={words.until}
    hint={words.untilHint}
    value={dayOf(now + 14 * dayMs)}
    min={dayOf(now)}
    max={dayOf(now + daysMax * dayMs)}
    required
  />
);
