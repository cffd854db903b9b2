import type { ComponentProps } from 'preact';
import type { Where } from '../page.ts';
import { FormDialog } from './form-dialog.tsx';
import { ProofNote } from './proof-note.tsx';

interface ProofFormDialogGiven extends Omit<ComponentProps<typeof FormDialog>, 'look'> {
  readonly where: Where;
}

/** A form dialog for what needs a fresh proof: it is asked for in the form, which keeps what was typed. */
export function ProofFormDialog({ where, action, children, ...given }: ProofFormDialogGiven) {
  const wantsProof = action.problem?.code === 'proof_needed';
  return (
    <FormDialog {...given} look={where.look} action={wantsProof ? { ...action, problem: undefined } : action}>
      {children}
      {wantsProof && <ProofNote where={where} problem={action.problem} />}
    </FormDialog>
  );
}
