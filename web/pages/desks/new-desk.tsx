import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DistrictWords } from '../../words/district.ts';
import type { Unit } from '../units/tree.ts';
import { UnitField } from '../units/unit-field.tsx';

interface NewDeskGiven {
  readonly words: DistrictWords;
  readonly look: Look;
  /** Where a desk may be opened. */
  readonly units: readonly Unit[];
  onClose(): void;
  onAdded(desk: AnswerOf<'POST /api/desks'>): Promise<void>;
}

export function NewDesk({ words, look, units, onClose, onAdded }: NewDeskGiven) {
  const add = useAction(async (form: FormData) => {
    const body = {
      unit: fieldText(form, 'unit'),
      name: fieldText(form, 'name'),
      place: fieldText(form, 'place'),
      hours: fieldText(form, 'hours'),
    };
    await onAdded(await send('POST /api/desks', { body }));
  });
  return (
    <FormDialog title={words.newDesk} labels={words} look={look} action={add} onClose={onClose}>
      <UnitField label={words.unit} units={units} />
      <TextField label={words.deskName} name="name" maxLength={40} required />
      <TextField label={words.place} hint={words.placeHint} name="place" maxLength={100} required />
      <TextField label={words.hours} hint={words.hoursHint} name="hours" maxLength={100} required />
    </FormDialog>
  );
}
