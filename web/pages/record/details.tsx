import type { Where } from '../../page.ts';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { recordingWords } from '../../words/recording.ts';
import { Accompanied, MakeUpReason, numberIn, Preparation } from './for-everybody.tsx';
import { type Draft, mayBeLate } from './form.ts';

interface DetailsGiven {
  readonly draft: Draft;
  readonly where: Where;
  onChange(changed: Partial<Draft>): void;
}

const insuranceCharactersMax = 60;
/** From this risk level on an insurance number is asked for. */
const insuredFrom = 2;

/** What only some services need: a risk level with its insurance, preparation, and why one is entered late. */
export function Details({ draft, where: { look, now }, onChange }: DetailsGiven) {
  const words = recordingWords[look.language];
  const { day, riskLevel = 0, insurance = '' } = draft;
  const isLate = mayBeLate(day, now);
  const field = { words, draft, onChange };
  return (
    <Card>
      <div class="grid gap-4 md:grid-cols-2">
        {isLate && <MakeUpReason {...field} />}
        <SelectField
          label={words.riskLevel}
          onChange={({ currentTarget }) => onChange({ riskLevel: Number(currentTarget.value) })}
        >
          {words.riskLevels.map((name, level) => (
            <option key={name} value={level} selected={level === riskLevel}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          type="number"
          inputMode="numeric"
          min={0}
          max={100_000}
          label={words.peopleServed}
          hint={words.peopleServedHint}
          value={draft.peopleServed ?? ''}
          onInput={({ currentTarget: { value } }) => onChange({ peopleServed: numberIn(value) })}
        />
        {!isLate && <Preparation {...field} />}
        <Accompanied {...field} />
        {riskLevel >= insuredFrom && (
          <TextField
            label={words.insurance}
            value={insurance}
            maxLength={insuranceCharactersMax}
            onInput={({ currentTarget }) => onChange({ insurance: currentTarget.value })}
          />
        )}
      </div>
    </Card>
  );
}
