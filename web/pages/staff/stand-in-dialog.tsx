import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import type { Unit } from '../../school.ts';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { ProofFormDialog } from '../../ui/proof-form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { StandingInWords } from '../../words/standing-in.ts';
import { UntilField } from '../substitutes/until-field.tsx';

interface StandInGiven {
  readonly words: StandingInWords;
  readonly where: Where;
  readonly unit: Unit;
  onNamed(told: string): Promise<void>;
  onClose(): void;
}

/** A colleague from elsewhere who approves for a time. */
export function StandInDialog({ words, where, unit, onNamed, onClose }: StandInGiven) {
  const name = useAction(async (form: FormData) => {
    const body = { unit: unit.id, login: fieldText(form, 'login').toLowerCase(), until: fieldText(form, 'until') };
    const named = await send('POST /api/staff/stand-ins', { body });
    await onNamed(words.standsIn(named.name));
  });
  return (
    <ProofFormDialog
      title={words.standIn}
      labels={{ save: words.standIn, cancel: words.cancel }}
      where={where}
      action={name}
      onClose={onClose}
    >
      <p class="text-soft">{words.standInLead}</p>
      <TextField
        name="login"
        label={words.standInLogin}
        hint={words.standInLoginHint}
        autocomplete="off"
        autocapitalize="none"
        maxLength={64}
        required
      />
      <UntilField words={words} where={where} />
    </ProofFormDialog>
  );
}
