/** What the desk can do about a wish where it stands now. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { mayMoveWish } from '../../../shared/rules/wish-states.ts';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WishesWords } from '../../words/wishes.ts';
import { type Asking, WishDialog } from './wish-dialog.tsx';

interface StepsGiven {
  readonly words: WishesWords;
  readonly where: Where;
  readonly wish: ItemOf<'GET /api/wish-desk'>;
  /** After any step; what was handed over is thanked for next. */
  onDone(asked?: Asking): Promise<void>;
  /** Beside the steps. */
  readonly children?: ComponentChildren;
}
type Step = 'receipt' | 'again' | 'withdraw' | 'release';

async function take(step: Step, wish: string): Promise<void> {
  const params = { wish };
  if (step === 'receipt') await send('POST /api/wishes/{wish}/receipt', { params, body: {} });
  else if (step === 'withdraw') await send('POST /api/wishes/{wish}/withdrawal', { params, body: {} });
  else if (step === 'release') await send('POST /api/wishes/{wish}/release', { params, body: {} });
  else await send('POST /api/wishes/{wish}/review', { params, body: { decision: 'list' } });
}

export function Steps({ words, where, wish, onDone, children }: StepsGiven) {
  const [asking, setAsking] = useState<Asking>();
  const step = useAction(async (name: Step) => {
    await take(name, wish.id);
    await onDone();
  });
  type Kind = 'main' | 'quiet' | 'danger';
  const ask = (to: Asking, label: string, kind: Kind = 'main') => (
    <Button kind={kind} onClick={() => setAsking(to)}>
      {label}
    </Button>
  );
  const at = (name: Step, label: string, kind: Kind = 'main') => (
    <Button kind={kind} disabled={step.isBusy} onClick={() => step.run(name)}>
      {label}
    </Button>
  );
  return (
    <>
      {step.problem && <ProblemNote problem={step.problem} look={where.look} />}
      <div class="flex flex-wrap gap-2 empty:hidden">
        {mayMoveWish('moderate', wish.state) && ask('moderate', words.list)}
        {mayMoveWish('moderate', wish.state) && ask('turnDown', words.turnDown, 'danger')}
        {mayMoveWish('receive', wish.state) && at('receipt', words.receive)}
        {mayMoveWish('release', wish.state) && at('release', words.takeBack, 'quiet')}
        {mayMoveWish('hand_over', wish.state) && ask('handOver', words.handOver)}
        {wish.state === 'in_review' && at('again', words.again)}
        {wish.state === 'received' && at('again', words.again, 'quiet')}
        {mayMoveWish('review', wish.state) && ask('takeOff', words.takeOff, 'quiet')}
        {wish.state === 'listed' && ask('company', words.company, 'quiet')}
        {wish.state === 'listed' && at('withdraw', words.takeOff, 'quiet')}
        {mayMoveWish('thank', wish.state) && !wish.thanks && ask('thank', words.thankFor)}
        {children}
      </div>
      {asking && (
        <WishDialog
          asking={asking}
          wish={wish}
          words={words}
          where={where}
          communities={[]}
          onClose={() => setAsking(undefined)}
          onDone={async () => {
            setAsking(undefined);
            await onDone(asking);
          }}
        />
      )}
    </>
  );
}
