/** A resident's own wishes, and a new one. */
import { useState } from 'preact/hooks';
import { thanksPhrases } from '../../../shared/rules/wish-states.ts';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WishesView } from './reads.ts';
import { Thanks } from './thanks.tsx';
import { WishFields, wishFrom } from './wish-fields.tsx';

type Own = ItemOf<'GET /api/me/wishes'>;

export function OwnWishes({ words, where, data, refresh, mine }: WishesView & { readonly mine: readonly Own[] }) {
  const [isWishing, setWishing] = useState(false);
  const wish = useAction(async (form: FormData) => {
    if (!data.contact) return;
    await send('POST /api/wishes', { body: { ...wishFrom(form), contact: data.contact } });
    setWishing(false);
    await refresh();
  });
  return (
    <Card title={words.mine} aside={<Button onClick={() => setWishing(true)}>{words.wish}</Button>}>
      {mine.length === 0 && <p class="text-soft">{words.wishLead}</p>}
      <ul class="divide-y divide-line">
        {mine.map((one) => (
          <OwnWish key={one.id} wish={one} {...{ words, where, data, refresh }} />
        ))}
      </ul>
      {isWishing && (
        <FormDialog
          title={words.wish}
          labels={{ save: words.send, cancel: words.close }}
          look={where.look}
          action={wish}
          onClose={() => setWishing(false)}
        >
          <p class="text-soft">{words.wishLead}</p>
          <WishFields words={words} />
          <p class="text-sm text-soft">{words.contactNote}</p>
        </FormDialog>
      )}
    </Card>
  );
}

function OwnWish({ wish, words, where: { look }, refresh }: WishesView & { readonly wish: Own }) {
  const [isThanking, setThanking] = useState(false);
  const params = { wish: wish.id };
  const withdraw = useAction(async () => {
    await send('POST /api/wishes/{wish}/withdrawal', { params, body: {} });
    await refresh();
  });
  const thank = useAction(async (form: FormData) => {
    const phrases = thanksPhrases.filter((phrase) => form.has(phrase));
    await send('POST /api/wishes/{wish}/thanks', { params, body: { phrases } });
    setThanking(false);
    await refresh();
  });
  return (
    <li class="py-3 flex flex-wrap items-center justify-between gap-3">
      <div>
        <p class="font-bold flex flex-wrap items-center gap-2">
          {wish.item}
          <Badge tone={wish.state === 'granted' ? 'good' : 'info'}>{words.states[wish.state]}</Badge>
        </p>
        <p class="text-soft">{wish.reason ?? wish.story}</p>
      </div>
      {wish.state === 'granted' && !wish.thanks && <Button onClick={() => setThanking(true)}>{words.thankDo}</Button>}
      {wish.mayWithdraw && (
        <Button kind="quiet" disabled={withdraw.isBusy} onClick={() => withdraw.run()}>
          {words.withdraw}
        </Button>
      )}
      {withdraw.problem && <ProblemNote problem={withdraw.problem} look={look} />}
      {isThanking && (
        <FormDialog
          title={words.thankDo}
          labels={{ save: words.save, cancel: words.close }}
          look={look}
          action={thank}
          onClose={() => setThanking(false)}
        >
          <Thanks words={words} />
        </FormDialog>
      )}
    </li>
  );
}
