/** Offers a service: who gives it and where, until when, for how many points and for whom. */
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DistrictWords } from '../../words/district.ts';
import type { Unit } from '../units/tree.ts';
import { UnitField } from '../units/unit-field.tsx';
import { ForWhomFields, forWhomIn } from './for-whom.tsx';
import type { Item } from './item-card.tsx';

interface Given {
  readonly words: DistrictWords;
  readonly look: Look;
  readonly units: readonly Unit[];
  onClose(): void;
  onSaved(item: Item): Promise<void>;
}

export function NewService({ words, look, units, onClose, onSaved }: Given) {
  const add = useAction(async (form: FormData) => {
    const field = (name: string) => fieldText(form, name);
    const body = {
      unit: field('unit'),
      name: field('name'),
      partner: field('partner'),
      place: field('place'),
      validUntil: field('validUntil'),
      price: Number(field('price')),
      ...forWhomIn(form),
    };
    await onSaved(await send('POST /api/service-items', { body }));
  });
  const price = { type: 'number', inputMode: 'numeric', min: 0, max: 100_000, required: true } as const;
  return (
    <FormDialog title={words.newService} labels={words} look={look} action={add} onClose={onClose}>
      <UnitField label={words.unit} units={units} />
      <TextField label={words.name} hint={words.serviceHint} name="name" maxLength={60} required />
      <TextField label={words.partner} name="partner" maxLength={60} required />
      <TextField label={words.place} hint={words.noVisits} name="place" maxLength={60} required />
      <TextField label={words.validUntil} name="validUntil" type="date" required />
      <TextField {...price} label={words.price} hint={words.mayBeFree} name="price" />
      <ForWhomFields words={words} />
    </FormDialog>
  );
}
