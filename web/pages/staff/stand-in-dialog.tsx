import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import type { Unit } from '../../school.ts';
import { ProofFormDialog } from '../../ui/proof-form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { StandingInWords } from '../../words/standing-in.ts';
import { ColleagueFields, colleagueIn } from '../substitutes/colleague-fields.tsx';

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
    const named = await send('POST /api/staff/stand-ins', { body: { unit: unit.id, ...colleagueIn(form) } });
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
      <ColleagueFields
        words={words}
        where={where}
        login={{ label: words.standInLogin, hint: words.standInLoginHint }}
      />
    </ProofFormDialog>
  );
}
