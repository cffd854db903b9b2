import { TextField } from './field.tsx';

interface PupilsFieldGiven {
  readonly label: string;
  readonly hint: string;
  readonly value?: number | undefined;
  readonly required?: boolean;
}

/** How many pupils a school has, for its first-day checklist. */
export const PupilsField = (given: PupilsFieldGiven) => (
  <TextField {...given} name="pupilsExpected" type="number" min={0} max={100_000} />
);
