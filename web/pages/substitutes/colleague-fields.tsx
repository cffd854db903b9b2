import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { StandingInWords } from '../../words/standing-in.ts';

const dayMs = 24 * 3_600_000;
/** As the API has it: from today on, half a year at most. */
const daysMax = 183;

interface ColleagueGiven {
  readonly words: StandingInWords;
  readonly where: Where;
  readonly login: { readonly label: string; readonly hint: string };
}

/** Who stands in, and the last day of a post that ends by itself; two weeks to begin with. */
export const ColleagueFields = ({ words, where: { now }, login }: ColleagueGiven) => (
  <>
    <TextField {...login} name="login" autocomplete="off" autocapitalize="none" maxLength={64} required />
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
  </>
);

export const colleagueIn = (form: FormData) => ({
  login: fieldText(form, 'login').toLowerCase(),
  until: fieldText(form, 'until'),
});
