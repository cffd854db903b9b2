import { useState } from 'preact/hooks';
import type { AnswerOf, ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DeskWords } from '../../words/desk.ts';

export type Item = ItemOf<'GET /api/items'>;

/** How many lie at a desk; a desk that never had any has no line. */
export const stockAt = ({ stock }: Item, desk: string): number =>
  stock.find((line) => line.desk === desk)?.quantity ?? 0;

interface StockGiven {
  readonly words: DeskWords;
  readonly look: Look;
  readonly item: Item;
  /** One at least; only a choice of several is shown. */
  readonly desks: readonly { readonly id: string; readonly name: string }[];
  onClose(): void;
  onSaved(item: AnswerOf<'POST /api/items/{item}/stock'>, desk: string): Promise<void>;
}

const ways = ['more', 'fewer'] as const;

/** Goods that came in, or what a stock-taking found: a number and the reason, which stays on record. */
export function StockDialog({ words, look, item, desks, onClose, onSaved }: StockGiven) {
  const [desk, setDesk] = useState(desks[0]?.id ?? '');
  const [way, setWay] = useState<(typeof ways)[number]>('more');
  const [count, setCount] = useState('');
  const [reason, setReason] = useState<string>();
  const before = stockAt(item, desk);
  const change = Number(count) * (way === 'more' ? 1 : -1);
  const said = reason ?? words.reasons[way];
  const save = useAction(async () => {
    const params = { item: item.id };
    await onSaved(await send('POST /api/items/{item}/stock', { params, body: { desk, change, reason: said } }), desk);
  });
  return (
    <FormDialog title={words.changeOf(item.name)} labels={words} look={look} action={save} onClose={onClose}>
      {desks.length > 1 && (
        <SelectField label={words.atDesk} value={desk} onChange={(event) => setDesk(event.currentTarget.value)}>
          {desks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <Tabs label={words.way} names={ways} labels={words.ways} chosen={way} onChoose={setWay} />
      <TextField
        label={words.count}
        type="number"
        inputMode="numeric"
        min={1}
        max={way === 'more' ? 100_000 : before}
        value={count}
        onInput={(event) => setCount(event.currentTarget.value)}
        hint={words.after(numberText(before, look.language), numberText(before + change, look.language))}
        required
      />
      <TextField
        label={words.reason}
        value={said}
        maxLength={100}
        onInput={(event) => setReason(event.currentTarget.value)}
        required
      />
    </FormDialog>
  );
}
