/** Gives back what nobody has picked up yet, after asking once. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ShopWords } from '../../words/shop.ts';

interface UndoGiven {
  readonly words: ShopWords;
  readonly look: Look;
  readonly redemption: ItemOf<'GET /api/me/redemptions'>;
  onDone(): Promise<void>;
}

export function Undo({ words, look, redemption, onDone }: UndoGiven) {
  const [isAsking, ask] = useState(false);
  const undo = useAction(async () => {
    await send('POST /api/redemptions/{redemption}/cancellation', { params: { redemption: redemption.id }, body: {} });
    await onDone();
  });
  return (
    <>
      <Button kind="quiet" wide aria-haspopup="dialog" onClick={() => ask(true)}>
        {words.undo}
      </Button>
      {isAsking && (
        <Dialog title={words.undoTitle} onClose={() => ask(false)}>
          <div class="grid gap-4">
            <p class="font-bold">{redemption.name}</p>
            <p>{words.undoText(numberText(redemption.price, look.language))}</p>
            {undo.problem && <ProblemNote problem={undo.problem} look={look} />}
            <Button kind="danger" wide disabled={undo.isBusy} onClick={undo.run}>
              {words.undo}
            </Button>
            <Button kind="quiet" wide disabled={undo.isBusy} onClick={() => ask(false)}>
              {words.keep}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
