import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import { peopleWords } from '../../words/people.ts';

interface AdultGiven {
  readonly where: Where;
  readonly community: string;
  onDone(told: string): Promise<void>;
}

/** The community registers a grown volunteer who comes by. */
export function RegisterAdult({ where: { look, now }, community, onDone }: AdultGiven) {
  const words = peopleWords[look.language];
  const [isOpen, setOpen] = useState(false);
  const register = useAction(async (form: FormData) => {
    const text = (name: string) => fieldText(form, name);
    const body = { name: text('name'), number: text('number'), birthDate: text('birthDate') };
    await send('POST /api/communities/{unit}/volunteers', { params: { unit: community }, body });
    setOpen(false);
    await onDone(words.adultDone(body.name));
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.adultAdd}</Button>
      {isOpen && (
        <FormDialog
          title={words.adultAdd}
          labels={{ save: words.adultSave, cancel: words.cancel }}
          look={look}
          action={register}
          onClose={() => setOpen(false)}
        >
          <p class="text-soft">{words.adultLead}</p>
          <TextField label={words.name} name="name" maxLength={40} autocomplete="off" required />
          <TextField
            label={words.adultNumber}
            hint={words.adultNumberHint}
            name="number"
            inputMode="numeric"
            maxLength={32}
            autocomplete="off"
            required
          />
          <TextField label={words.birthDate} name="birthDate" type="date" max={dayOf(now)} required />
        </FormDialog>
      )}
    </>
  );
}
