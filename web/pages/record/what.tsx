/** What was done: as in one of the team's shifts, or in the leader's own words. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import type { LeaderWords } from '../../words/leader.ts';
import { asModel, categories, charactersMax, type ShiftWords } from './form.ts';
import type { RecordingForm } from './use-recording.ts';

interface WhatGiven {
  readonly words: LeaderWords;
  readonly form: Pick<RecordingForm, 'models' | 'draft' | 'said' | 'change'> & {
    readonly missing?: string | undefined;
  };
}

export function What({ words, form: { models, draft, said, missing, change } }: WhatGiven) {
  const fields = (
    <Fields words={words} said={said} onWord={(word, text) => change({ words: { ...draft.words, [word]: text } })} />
  );
  if (models.length === 0) return <Card title={words.whatTitle}>{fields}</Card>;
  return (
    <Card title={words.whatTitle}>
      <SelectField
        label={words.model}
        onChange={({ currentTarget: { value } }) => change(asModel(models.find(({ id }) => id === value)))}
      >
        {models.map(({ id, name }) => (
          <option key={id} value={id} selected={id === draft.model}>
            {name}
          </option>
        ))}
        <option value="" selected={draft.model === undefined}>
          {words.newKind}
        </option>
      </SelectField>
      <Details words={words} said={said} isWanted={draft.model === undefined || missing === 'emptyWords'}>
        {fields}
      </Details>
    </Card>
  );
}

interface DetailsGiven {
  readonly words: LeaderWords;
  readonly said: ShiftWords;
  /** Something in it has to be filled in. */
  readonly isWanted: boolean;
  readonly children: ComponentChildren;
}

function Details({ words, said, isWanted, children }: DetailsGiven) {
  const [isOpen, setOpen] = useState(isWanted);
  useEffect(() => setOpen(isWanted), [isWanted]);
  const category = words.categories[said.category as keyof LeaderWords['categories']];
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)} class="mt-2">
      <summary class="min-h-12 flex flex-wrap items-center justify-between gap-x-3">
        {!isOpen && <span class="text-soft">{[said.place, category].filter(Boolean).join(' · ')}</span>}
        <span class="link py-2">{words.change}</span>
      </summary>
      {children}
    </details>
  );
}

interface FieldsGiven {
  readonly words: LeaderWords;
  readonly said: ShiftWords;
  onWord(word: keyof ShiftWords, text: string): void;
}

const Fields = ({ words, said, onWord }: FieldsGiven) => {
  const field = (word: Exclude<keyof ShiftWords, 'category'>) => ({
    label: words[word],
    value: said[word],
    maxLength: charactersMax[word],
    required: true,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onWord(word, currentTarget.value),
  });
  return (
    <div class="grid gap-4 md:grid-cols-2 mt-2">
      <TextField {...field('name')} />
      <TextField {...field('place')} />
      <SelectField label={words.category} onChange={({ currentTarget }) => onWord('category', currentTarget.value)}>
        {categories.map((category) => (
          <option key={category} value={category} selected={category === said.category}>
            {words.categories[category]}
          </option>
        ))}
      </SelectField>
      <TextField {...field('contact')} />
      <TextArea {...field('content')} rows={2} />
      <TextArea {...field('risk')} rows={2} />
    </div>
  );
};
