import { TextField } from '../../ui/field.tsx';
import type { DistrictWords } from '../../words/district.ts';

/** How many pupils a school has, for its first-day checklist. */
export const PupilsField = ({ words, value }: { words: DistrictWords; value?: number | undefined }) => (
  <TextField
    label={words.pupilsExpected}
    hint={words.pupilsExpectedHint}
    name="pupilsExpected"
    type="number"
    min={0}
    max={100_000}
    value={value}
  />
);
