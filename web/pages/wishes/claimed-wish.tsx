import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import type { WishesView } from './reads.ts';

export function ClaimedWish({
  wish,
  words,
  where,
  refresh,
}: WishesView & { readonly wish: ItemOf<'GET /api/me/claims'> }) {
  const [isRecording, setRecording] = useState(false);
  const release = useAction(async () => {
    await send('POST /api/wishes/{wish}/release', { params: { wish: wish.id }, body: {} });
    await refresh();
  });
  const { look } = where;
  const mayRecord = where.session?.post.role === 'leader' && wish.state === 'granted' && !wish.delivered;
  return (
    <li class="py-3 flex flex-col gap-2">
      <p class="font-bold flex flex-wrap items-center gap-2">
        {wish.item}
        <Badge tone={wish.state === 'granted' ? 'good' : 'info'}>{words.states[wish.state]}</Badge>
      </p>
      <p class="text-soft">{[wish.pseudonym, wish.unitName].join(' · ')}</p>
      {wish.state === 'claimed' && wish.until && <p>{words.bringUntil(dayText(wish.until, look.language))}</p>}
      {wish.thanks && (
        <p class="text-gold font-bold">
          {words.said} {wish.thanks.map((one) => words.thanks[one]).join(' · ')}
        </p>
      )}
      {release.problem && <ProblemNote problem={release.problem} look={look} />}
      <div class="flex flex-wrap gap-2 empty:hidden">
        {wish.mayRelease && (
          <Button kind="quiet" disabled={release.isBusy} onClick={() => release.run()}>
            {words.release}
          </Button>
        )}
        {mayRecord && (
          <Button kind="quiet" onClick={() => setRecording(true)}>
            {words.delivery}
          </Button>
        )}
      </div>
      {isRecording && (
        <DeliveryDialog
          wish={wish.id}
          words={words}
          where={where}
          onClose={() => setRecording(false)}
          onDone={async () => {
            await refresh();
            setRecording(false);
          }}
        />
      )}
    </li>
  );
}
