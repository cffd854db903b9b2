import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Parts } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WishesView } from './reads.ts';

interface ListedGiven extends WishesView {
  readonly wish: ItemOf<'GET /api/wishes'>;
  readonly mayClaim: boolean;
}

export function ListedWish({ wish, mayClaim, words, where: { look }, refresh }: ListedGiven) {
  const [isSure, setSure] = useState(false);
  const claim = useAction(async () => {
    await send('POST /api/wishes/{wish}/claim', { params: { wish: wish.id }, body: {} });
    setSure(false);
    await refresh();
  });
  return (
    <li class="bg-card rounded-2xl border border-line p-4 flex flex-col gap-2">
      <p class="text-lg font-bold">{wish.item}</p>
      <p class="flex flex-wrap gap-2">
        <Badge tone="gold">{words.about(numberText(wish.yuan, look.language))}</Badge>
        <Badge>{words.bands[wish.ageBand]}</Badge>
      </p>
      <p>{wish.story}</p>
      <Parts
        class="text-sm text-soft mt-auto"
        of={[wish.pseudonym, wish.unitName, wish.until && words.until(dayText(wish.until, look.language))]}
      />
      {mayClaim && (
        <Button wide onClick={() => setSure(true)}>
          {words.claim}
        </Button>
      )}
      {isSure && (
        <Dialog title={wish.item} onClose={() => setSure(false)}>
          <div class="flex flex-col gap-4">
            <p>{words.claimSure}</p>
            {claim.problem && <ProblemNote problem={claim.problem} look={look} />}
            <div class="flex flex-wrap gap-2">
              <Button class="flex-1" disabled={claim.isBusy} onClick={() => claim.run()}>
                {words.claim}
              </Button>
              <Button kind="quiet" onClick={() => setSure(false)}>
                {words.close}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </li>
  );
}
