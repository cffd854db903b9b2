import { useEffect } from 'preact/hooks';
import { type AnswerOf, read } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Facts } from '../../ui/facts.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { useAction } from '../../ui/use-action.ts';
import { type ShopWords, shopWords } from '../../words/shop.ts';
import { slotText } from '../redemptions/slot-text.ts';
import { Undo } from '../redemptions/undo.tsx';
import { Code } from './code.tsx';

/** Held up at a desk: once loaded it needs no network any more. */
export const pickUpPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'bare',
  words: shopWords,
  reads: ({ params: { redemption = '' } }) => ({
    redemption: read('GET /api/me/redemptions/{redemption}', { params: { redemption } }),
    desks: read('GET /api/desks'),
  }),
  title: (words, data) => data?.redemption.name ?? words.codeTitle,
  view: ({ words, where: { look }, data, refresh }) => (
    <main class="max-w-md mx-auto p-4 grid gap-4">
      <a href="/me/redemptions" class="inline-flex items-center gap-1 min-h-12 font-bold text-brand">
        <Icon of={icons.left} class="size-5" />
        {words.allMine}
      </a>
      <PickUp words={words} look={look} {...data} refresh={refresh} />
    </main>
  ),
});

interface PickUpGiven {
  readonly words: ShopWords;
  readonly look: Look;
  readonly redemption: AnswerOf<'GET /api/me/redemptions/{redemption}'>;
  readonly desks: AnswerOf<'GET /api/desks'>;
  refresh(): Promise<void>;
}

function PickUp({ words, look, redemption, desks, refresh }: PickUpGiven) {
  const { name, price, state, code, qr, pickUpUntil, voucher, slot, reason } = redemption;
  const { language } = look;
  const isOpen = state === 'reserved';
  const desk = desks.items.find(({ id }) => id === redemption.desk);
  useFollow(isOpen, refresh);
  return (
    <>
      {isOpen ? (
        <Code words={words} name={name} code={code ?? ''} qr={qr ?? ''} />
      ) : (
        <Gone words={words} state={state} reason={reason} />
      )}
      <section class="bg-card rounded-2xl border border-line px-4">
        <Facts
          of={[
            [words.what, name],
            [words.voucher, voucher],
            [words.paid, redemption.gift ? words.byGift : words.price(numberText(price, language))],
            [words.where, desk && `${desk.name} · ${desk.place}`],
            [words.opening, isOpen && !slot && desk?.hours],
            [words.time, slot && slotText(words, slot, language)],
            [words.latest, isOpen && !slot && dayText(pickUpUntil, language)],
          ]}
        />
      </section>
      {isOpen && <Undo words={words} look={look} redemption={redemption} onDone={refresh} />}
    </>
  );
}

interface GoneGiven {
  readonly words: ShopWords;
  readonly state: keyof ShopWords['gone'];
  readonly reason: keyof ShopWords['calledOff'] | undefined;
}

function Gone({ words, state, reason }: GoneGiven) {
  const isMine = state === 'handed_over';
  return (
    <section
      role="status"
      class="bg-card rounded-2xl border border-line p-6 text-center grid gap-4 justify-items-center"
    >
      <span
        class={`size-20 rounded-full grid place-items-center ${isMine ? 'bg-fill text-on-fill' : 'bg-line text-soft'}`}
      >
        <Icon of={isMine ? icons.check : icons.undo} class="size-10" />
      </span>
      <h1 class="text-2xl font-bold">{words.gone[state]}</h1>
      {reason && <p>{words.calledOff[reason]}</p>}
    </section>
  );
}

const followMs = 10_000;

/**
 * While it is held up, looks whether the desk has handed over. That there is no network is not said: the code stays
 * where it is, and the desk's own answer counts.
 */
function useFollow(isOpen: boolean, refresh: () => Promise<void>) {
  const follow = useAction(refresh);
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(() => {
      if (!document.hidden) follow.run();
    }, followMs);
    return () => clearInterval(timer);
  }, [isOpen]);
}
