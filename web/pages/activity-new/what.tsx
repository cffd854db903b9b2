import { Card } from '../../ui/card.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import type { ActivityWords } from '../../words/activities.ts';
import { rolesShown } from './form.ts';
import type { Known } from './page.tsx';

interface WhatGiven {
  readonly words: ActivityWords;
  readonly known: Known | undefined;
}

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
      <label class="flex items-center gap-3 min-h-12">
        <input type="checkbox" name="accompanied" class="size-6 accent-fill" defaultChecked={known?.accompanied} />
        {words.accompaniedLong}
      </label>
    </div>
    <div class="grid gap-3 mt-4">
      {Array.from({ length: rolesShown }, (_, role) => (
        <div key={role} class="grid grid-cols-[1fr_6rem] gap-3">
          <TextField
            label={words.roleName(String(role + 1))}
            name={`role${role}`}
            value={known?.roles[role]?.name}
            maxLength={20}
            required={role === 0}
          />
          <TextField
            label={words.places}
            name={`places${role}`}
            type="number"
            min={1}
            max={500}
            value={known?.roles[role]?.places ?? ''}
          />
        </div>
      ))}
    </div>
  </Card>
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
