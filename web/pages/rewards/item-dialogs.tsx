import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DistrictWords } from '../../words/district.ts';
import type { Unit } from '../units/tree.ts';
import { UnitField } from '../units/unit-field.tsx';
import { ForWhomFields, forWhomIn } from './for-whom.tsx';

type Item = ItemOf<'GET /api/items'>;

const kinds = ['stationery', 'book', 'film_card', 'reading_card'] as const;
const states = ['open', 'closed'] as const;

interface Given {
  readonly words: DistrictWords;
  readonly look: Look;
  onClose(): void;
  onSaved(item: Item): Promise<void>;
}

/** Points of a price. */
const price = { type: 'number', inputMode: 'numeric', min: 0, max: 100_000, required: true } as const;

export function NewItem({ words, look, units, onClose, onSaved }: Given & { readonly units: readonly Unit[] }) {
  const add = useAction(async (form: FormData) => {
    const body = {
      unit: fieldText(form, 'unit'),
      name: fieldText(form, 'name'),
      kind: fieldText(form, 'kind') as (typeof kinds)[number],
      price: Number(fieldText(form, 'price')),
      ...forWhomIn(form),
    };
    await onSaved(await send('POST /api/items', { body }));
  });
  return (
    <FormDialog title={words.newItem} labels={words} look={look} action={add} onClose={onClose}>
      <UnitField label={words.unit} units={units} />
      <TextField label={words.name} name="name" maxLength={60} required />
      <SelectField label={words.kind} name="kind" required>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <TextField {...price} label={words.price} hint={words.priceHint} name="price" />
      <ForWhomFields words={words} />
    </FormDialog>
  );
}

export function EditItem({ words, look, item, onClose, onSaved }: Given & { readonly item: Item }) {
  const [points, setPoints] = useState(String(item.price));
  const [state, setState] = useState<(typeof states)[number]>(item.open ? 'open' : 'closed');
  const change = useAction(async (form: FormData) => {
    const body = { price: Number(points), open: state === 'open', ...forWhomIn(form) };
    await onSaved(await send('PUT /api/items/{item}', { params: { item: item.id }, body }));
  });
  return (
    <FormDialog title={words.editOf(item.name)} labels={words} look={look} action={change} onClose={onClose}>
      {!item.gift && (
        <TextField
          {...price}
          label={words.price}
          hint={words.priceHint}
          value={points}
          onInput={(event) => setPoints(event.currentTarget.value)}
        />
      )}
      {!item.gift && <ForWhomFields words={words} item={item} />}
      <Tabs label={words.state} names={states} labels={words.states} chosen={state} onChoose={setState} />
    </FormDialog>
  );
}
