/** Cancels what the desk cannot give, after asking once why. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DeskWords } from '../../words/desk.ts';
import type { PickUp } from './result.tsx';

type Reason = NonNullable<PickUp['reason']>;
const reasons: readonly Reason[] = ['defect', 'out_of_stock', 'closed'];

interface CallOffGiven {
  readonly words: DeskWords;
  readonly look: Look;
  readonly code: string;
  readonly pickUp: PickUp;
  onDone(code: string, pickUp: PickUp): Promise<void>;
}

export function CallOff({ words, look, code, pickUp, onDone }: CallOffGiven) {
  const [isAsking, ask] = useState(false);
  const callOff = useAction(async (reason: Reason) => {
    const body = { redemption: pickUp.id, reason };
    await onDone(code, await send('POST /api/pick-ups/{code}/cancellation', { params: { code }, body }));
  });
  return (
    <>
      <Button kind="quiet" class="min-h-14" aria-haspopup="dialog" onClick={() => ask(true)}>
        {words.callOff}
      </Button>
      {isAsking && (
        <Dialog title={words.callOffTitle} onClose={() => ask(false)}>
          <div class="grid gap-4">
            <p class="font-bold">{pickUp.name}</p>
            <p>{words.callOffText}</p>
            {!pickUp.slot && <p class="text-soft">{words.callOffStock}</p>}
            {callOff.problem && <ProblemNote problem={callOff.problem} look={look} />}
            {reasons.map((reason) => (
              <Button key={reason} kind="danger" wide disabled={callOff.isBusy} onClick={() => callOff.run(reason)}>
                {words.callOffReasons[reason]}
              </Button>
            ))}
            <Button kind="quiet" wide disabled={callOff.isBusy} onClick={() => ask(false)}>
              {words.callOffKeep}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
