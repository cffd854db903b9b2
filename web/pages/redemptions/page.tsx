import { type AnswerOf, type ItemOf, read } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading, type Tone } from '../../ui/card.tsx';
import { More, usePages } from '../../ui/more.tsx';
import { Parts } from '../../ui/parts.tsx';
import { type ShopWords, shopWords } from '../../words/shop.ts';
import { slotText } from './slot-text.ts';
import { Undo } from './undo.tsx';

export const redemptionsPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: shopWords,
  title: (words) => words.redemptionsTitle,
  reads: ({ query: { cursor } }) => ({
    redemptions: read('GET /api/me/redemptions', { query: { cursor, limit: 20 } }),
    desks: read('GET /api/desks'),
  }),
  view: ({ words, where: { look }, data: { redemptions, desks }, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.redemptionsTitle}>
        <LinkButton kind="quiet" href="/shop">
          {words.backToShop}
        </LinkButton>
      </Heading>
      <Redemptions words={words} look={look} first={redemptions} desks={desks} refresh={refresh} />
    </div>
  ),
});

interface Given {
  readonly words: ShopWords;
  readonly look: Look;
  readonly desks: AnswerOf<'GET /api/desks'>;
  refresh(): Promise<void>;
}

function Redemptions({ first, ...given }: Given & { first: AnswerOf<'GET /api/me/redemptions'> }) {
  const { words, look } = given;
  const pages = usePages('GET /api/me/redemptions', first);
  if (pages.items.length === 0)
    return (
      <Card>
        <Empty title={words.noRedemptions}>
          <p>{words.noRedemptionsNext}</p>
          <LinkButton href="/shop">{words.goShop}</LinkButton>
        </Empty>
      </Card>
    );
  return (
    <>
      <ul class="grid gap-3">
        {pages.items.map((redemption) => (
          <RedemptionLine key={redemption.id} {...given} redemption={redemption} />
        ))}
      </ul>
      <More pages={pages} label={words.more} look={look} />
    </>
  );
}

type Redemption = ItemOf<'GET /api/me/redemptions'>;

const tones: Readonly<Record<Redemption['state'], Tone>> = {
  reserved: 'gold',
  handed_over: 'good',
  cancelled: 'plain',
  returned: 'plain',
  missed: 'plain',
};

function RedemptionLine({ words, look, desks, refresh, redemption }: Given & { redemption: Redemption }) {
  const { id, name, price, state, at, pickUpUntil, slot, reason, exchanged } = redemption;
  const { language } = look;
  const desk = desks.items.find((one) => one.id === redemption.desk);
  const isOpen = state === 'reserved';
  return (
    <li class="bg-card rounded-2xl border border-line p-4 grid gap-1">
      <div class="flex flex-wrap items-center justify-between gap-2">
        <h2 class="font-bold text-lg">{name}</h2>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </div>
      <Parts
        of={[
          words.on(dayText(at, language)),
          redemption.gift ? words.byGift : words.price(numberText(price, language)),
        ]}
        class="text-soft"
      />
      {reason && <p>{words.calledOff[reason]}</p>}
      {exchanged && <p>{words.exchanged(dayText(exchanged.at, language), exchanged.reason)}</p>}
      {isOpen && (
        <>
          <p class="font-bold">
            {slot ? words.bookedFor(slotText(words, slot, language)) : words.pickUpBy(dayText(pickUpUntil, language))}
          </p>
          {desk && <Parts of={[desk.name, desk.place, desk.hours]} class="text-soft" />}
          <div class="mt-2 grid gap-2 sm:grid-cols-2">
            <LinkButton wide href={`/me/redemptions/${id}`}>
              {words.showCode}
            </LinkButton>
            <Undo words={words} look={look} redemption={redemption} onDone={refresh} />
          </div>
        </>
      )}
    </li>
  );
}
