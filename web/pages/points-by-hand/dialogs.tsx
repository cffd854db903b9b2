import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ChangesWords } from '../../words/changes.ts';

interface DialogGiven {
  readonly words: ChangesWords;
  readonly look: Look;
  readonly person: { readonly id: string; readonly name: string };
  onClose(): void;
  onSent(): void;
}
const ways = ['more', 'fewer'] as const;

export function AdjustDialog({ words, look, person, onClose, onSent }: DialogGiven) {
  const [way, setWay] = useState<(typeof ways)[number]>('more');
  const propose = useAction(async (form: FormData) => {
    const points = Number(fieldText(form, 'count')) * (way === 'more' ? 1 : -1);
    await send('POST /api/adjustments', { body: { volunteer: person.id, points, reason: fieldText(form, 'reason') } });
    onSent();
  });
  const labels = { save: words.sendPoints, cancel: words.cancel };
  return (
    <FormDialog title={words.adjustOf(person.name)} labels={labels} look={look} action={propose} onClose={onClose}>
      <Tabs label={words.way} names={ways} labels={words.ways} chosen={way} onChoose={setWay} />
      <TextField label={words.count} name="count" type="number" inputMode="numeric" min={1} required />
      <TextArea label={words.reason} name="reason" rows={3} maxLength={200} required />
    </FormDialog>
  );
}

export function WaiveDialog({ words, look, person, onClose, onSent }: DialogGiven) {
  const propose = useAction(async (form: FormData) => {
    await send('POST /api/waivers', { body: { volunteer: person.id, reason: fieldText(form, 'reason') } });
    onSent();
  });
  const labels = { save: words.sendWaiver, cancel: words.cancel };
  return (
    <FormDialog title={words.waiveOf(person.name)} labels={labels} look={look} action={propose} onClose={onClose}>
      <p class="text-soft">{words.waiverText}</p>
      <TextArea label={words.reason} name="reason" rows={3} maxLength={200} required />
    </FormDialog>
  );
}
