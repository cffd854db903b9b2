import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { stockAt } from '../stock/stock-dialog.tsx';
import type { KeptGiven } from './reads.ts';

/** What lies there is counted and written down; the difference follows from it. */
export function CountForm({ words, where: { look, session }, data: { item, desks }, refresh }: KeptGiven) {
  const { role, scope = '' } = session?.post ?? {};
  const mine = role === 'desk' ? desks.items.filter(({ id }) => id === scope) : desks.items;
  const [desk, setDesk] = useState(mine[0]?.id ?? '');
  const [counted, setCounted] = useState('');
  const [reason, setReason] = useState(words.reasonUsual);
  const [saved, setSaved] = useState<string>();
  const text = (count: number) => numberText(count, look.language);
  const save = useAction(async () => {
    const params = { item: item.id };
    const body = { desk, counted: Number(counted), reason };
    const after = await send('POST /api/items/{item}/counts', { params, body });
    setSaved(words.countSaved(text(stockAt(after, desk))));
    setCounted('');
    await refresh();
  });
  return (
    <Card title={words.countTitle}>
      <form
        class="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.run();
        }}
      >
        {mine.length > 1 && (
          <SelectField label={words.atDesk} value={desk} onChange={(event) => setDesk(event.currentTarget.value)}>
            {mine.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={words.counted}
          hint={words.countNote(text(stockAt(item, desk)))}
          type="number"
          inputMode="numeric"
          min={0}
          max={100_000}
          value={counted}
          onInput={(event) => setCounted(event.currentTarget.value)}
          required
        />
        <TextField
          label={words.reason}
          value={reason}
          maxLength={100}
          onInput={(event) => setReason(event.currentTarget.value)}
          required
        />
        {saved && <DoneNote>{saved}</DoneNote>}
        {save.problem && <ProblemNote problem={save.problem} look={look} />}
        <Button type="submit" disabled={save.isBusy}>
          {words.count}
        </Button>
      </form>
    </Card>
  );
}
