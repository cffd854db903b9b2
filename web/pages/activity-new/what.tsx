import { Card } from '../../ui/card.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { TickField } from '../../ui/tick-field.tsx';
import type { WhatGiven } from './given.ts';
import { Roles } from './roles.tsx';

export const What = ({ words, known }: WhatGiven) => (
  <Card title={words.what}>
    <div class="grid gap-4 md:grid-cols-2">
      <TextField label={words.name} name="name" value={known?.name} maxLength={60} required />
      <TextField label={words.place} name="place" value={known?.place} maxLength={100} required />
      <TextArea label={words.content} name="content" defaultValue={known?.content} maxLength={300} rows={2} required />
      <TextArea label={words.risk} name="risk" defaultValue={known?.risk} maxLength={200} rows={2} required />
      <TextField label={words.contact} name="contact" value={known?.contact} maxLength={60} required />
      <Choice label={words.category} name="category" chosen={known?.category ?? 'order'} of={words.categories} />
      <SelectField label={words.riskLevel} name="riskLevel">
        {words.riskLevels.map((text, level) => (
          <option key={text} value={level} selected={level === (known?.riskLevel ?? 0)}>
            {text}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.insurance}
        hint={words.insuranceHint}
        name="insurance"
        value={known?.insurance}
        maxLength={60}
      />
      <TextField
        type="number"
        min={0}
        max={preparationMinutesMost}
        label={words.preparation}
        hint={words.preparationHint}
        name="preparationMinutes"
        value={known?.preparationMinutes ?? ''}
      />
      <Choice label={words.audience} name="audience" chosen={known?.audience ?? 'team'} of={words.audiences} />
      <TextField
        label={words.qualifications}
        hint={words.qualificationsHint}
        name="qualifications"
        value={known?.conditions.qualifications?.join(' ')}
      />
      <div class="grid grid-cols-2 gap-3">
        <Age label={words.ageMin} name="ageMin" value={known?.conditions.ageMin} />
        <Age label={words.ageMax} name="ageMax" value={known?.conditions.ageMax} />
      </div>
      <Grades words={words} known={known} />
      <TickField name="accompanied" ticked={known?.accompanied}>
        {words.accompaniedLong}
      </TickField>
    </div>
    <Roles words={words} known={known} />
  </Card>
);

/** A district may allow less, and says so. */
const preparationMinutesMost = 30;
const gradesMax = 12;
const Grades = ({ words, known }: WhatGiven) => (
  <fieldset class="md:col-span-2">
    <legend>{words.gradesAllowed}</legend>
    <div class="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-x-4">
      {Array.from({ length: gradesMax }, (_, at) => (
        <TickField key={at} name="grades" value={at + 1} ticked={known?.conditions.grades?.includes(at + 1)}>
          {words.gradesOnly(String(at + 1))}
        </TickField>
      ))}
    </div>
  </fieldset>
);

interface ChoiceGiven {
  readonly label: string;
  readonly name: string;
  readonly chosen: string;
  readonly of: Readonly<Record<string, string>>;
}
const Choice = ({ label, name, chosen, of }: ChoiceGiven) => (
  <SelectField label={label} name={name}>
    {Object.entries(of).map(([value, text]) => (
      <option key={value} value={value} selected={value === chosen}>
        {text}
      </option>
    ))}
  </SelectField>
);
const Age = ({ label, name, value }: { label: string; name: string; value: number | undefined }) => (
  <TextField label={label} name={name} type="number" min={6} max={100} value={value ?? ''} />
);
