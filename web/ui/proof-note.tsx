/** A refusal; and where it wants a fresh proof, the field for it, so that nothing that was typed is lost. */
import { useId, useRef } from 'preact/hooks';
import { send } from '../api/send.ts';
import type { Where } from '../page.ts';
import { proofWords } from '../words/proof.ts';
import { Button } from './button.tsx';
import { controlClass } from './field.tsx';
import { DoneNote, ProblemNote } from './notice.tsx';
import { type Action, useAction } from './use-action.ts';

interface ProofNoteGiven {
  readonly where: Where;
  readonly problem: Action<[]>['problem'];
}

export const ProofNote = ({ where, problem }: ProofNoteGiven) => {
  if (problem?.code === 'proof_needed') return <ProofField where={where} />;
  return problem ? <ProblemNote problem={problem} look={where.look} /> : null;
};

/** It may stand inside a form, so it is none of its own. */
function ProofField({ where: { session, look } }: { where: Where }) {
  const words = proofWords[look.language];
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const proof = useAction(async () => {
    const typed = field.current?.value ?? '';
    await send('POST /api/session/proof', { body: session?.hasTotp ? { totp: typed } : { password: typed } });
    isDone.current = true;
  });
  if (isDone.current) return <DoneNote>{words.confirmed}</DoneNote>;
  const kind = session?.hasTotp
    ? ({ inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 7 } as const)
    : ({ type: 'password', autocomplete: 'current-password' } as const);
  return (
    <fieldset class="flex flex-col gap-2 p-4 rounded-xl bg-gold-soft">
      <legend class="sr-only">{words.again}</legend>
      <p class="font-bold text-gold" aria-hidden="true">
        {words.again}
      </p>
      <label for={id} class="font-bold">
        {session?.hasTotp ? words.totp : words.password}
      </label>
      <div class="flex flex-wrap gap-2">
        <input
          {...kind}
          ref={field}
          id={id}
          class={`${controlClass} flex-1`}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            proof.run();
          }}
        />
        <Button disabled={proof.isBusy} onClick={() => proof.run()}>
          {words.confirm}
        </Button>
      </div>
      {proof.problem && <ProblemNote problem={proof.problem} look={look} />}
    </fieldset>
  );
}
