/** What a leader says once for everybody in a service; a field each, on the record's page and on the week's sheet. */
import { TextField } from '../../ui/field.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import type { RecordingWords } from '../../words/recording.ts';
import type { Draft } from './form.ts';

interface FieldGiven {
  readonly words: RecordingWords;
  readonly draft: Draft;
  onChange(changed: Partial<Draft>): void;
}

const reasonCharactersMax = 200;
/** A district may allow less, and says so. */
const preparationMinutesMost = 30;

export const numberIn = (typed: string) => (typed === '' ? undefined : Number(typed));

/** Why it is entered late. */
export const MakeUpReason = ({ words, draft, onChange }: FieldGiven) => (
  <TextField
    label={words.makeUpReason}
    hint={words.makeUpHint}
    value={draft.makeUpReason ?? ''}
    maxLength={reasonCharactersMax}
    onInput={({ currentTarget }) => onChange({ makeUpReason: currentTarget.value })}
  />
);

export const Preparation = ({ words, draft, onChange }: FieldGiven) => (
  <TextField
    type="number"
    inputMode="numeric"
    min={0}
    max={preparationMinutesMost}
    label={words.preparation}
    hint={words.preparationHint}
    value={draft.preparationMinutes ?? ''}
    onInput={({ currentTarget: { value } }) => onChange({ preparationMinutes: numberIn(value) })}
  />
);

/** Without it the youngest are left out. */
export const Accompanied = ({ words, draft, onChange }: FieldGiven) => (
  <TickBox checked={draft.accompanied ?? false} onChange={(accompanied) => onChange({ accompanied })}>
    {words.accompanied}
  </TickBox>
);
