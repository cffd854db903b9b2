import { SelectField } from './field.tsx';

interface ChoiceGiven {
  readonly label: string;
  readonly name: string;
  /** The value that is chosen; the first one when absent. */
  readonly chosen: string | undefined;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** One of a list, as wide as a filter lets it be. */
export const ChoiceField = ({ label, name, chosen, choices }: ChoiceGiven) => (
  <div class="flex-1 min-w-48 max-w-md">
    <SelectField label={label} name={name} value={chosen}>
      {choices.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </SelectField>
  </div>
);
