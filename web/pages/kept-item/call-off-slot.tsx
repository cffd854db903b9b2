/** Calls a whole time off, after asking once: some bookings at a time, until none is left. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { StockWords } from '../../words/stock.ts';

interface CallOffGiven {
  readonly words: StockWords;
  readonly look: Look;
  readonly item: string;
  readonly slot: ItemOf<'GET /api/items/{item}/slots'>;
  /** The slot's day and time in words. */
  readonly time: string;
  onDone(): Promise<void>;
}

export function CallOffSlot({ words, look, item, slot, time, onDone }: CallOffGiven) {
  const [isAsking, ask] = useState(false);
  const callOff = useAction(async () => {
    const asked = { params: { item, slot: slot.id }, body: {} };
    while ((await send('POST /api/items/{item}/slots/{slot}/cancellation', asked)).more);
    ask(false);
    await onDone();
  });
  return (
    <>
      <Button kind="quiet" aria-haspopup="dialog" aria-label={words.callOffOf(time)} onClick={() => ask(true)}>
        {words.callOff}
      </Button>
      {isAsking && (
        <Dialog title={words.callOffTitle} onClose={() => ask(false)}>
          <div class="grid gap-4">
            <p class="font-bold">{time}</p>
            <p>{words.callOffText(numberText(slot.quota - slot.left, look.language))}</p>
            {callOff.problem && <ProblemNote problem={callOff.problem} look={look} />}
            <Button kind="danger" wide disabled={callOff.isBusy} onClick={callOff.run}>
              {words.callOff}
            </Button>
            <Button kind="quiet" wide disabled={callOff.isBusy} onClick={() => ask(false)}>
              {words.keepSlot}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
