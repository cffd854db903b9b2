import { useState } from 'preact/hooks';
import { type Data, type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type ShopWords, shopWords } from '../../words/shop.ts';
import { slotText } from '../redemptions/slot-text.ts';

const reads = ({ params: { item = '' } }: Where) => ({
  item: read('GET /api/items/{item}', { params: { item } }),
  slots: read('GET /api/items/{item}/slots', { params: { item } }),
  desks: read('GET /api/desks'),
});

/** Books a service: one time among those that are open. */
export const bookingPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: shopWords,
  title: (words, data) => data?.item.name ?? words.shopTitle,
  reads,
  view: ({ words, where, data }) => (
    <div class="max-w-2xl mx-auto">
      <a href="/shop" class="inline-flex items-center gap-1 min-h-12 font-bold text-brand">
        <Icon of={icons.left} class="size-5" />
        {words.backToShop}
      </a>
      <Booking words={words} where={where} data={data} />
    </div>
  ),
});

interface Given {
  readonly words: ShopWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
}

function Booking({ words, where: { look, now }, data: { item, slots, desks } }: Given) {
  const open = slots.items.filter(({ from, calledOff }) => Date.parse(from) > now && !calledOff);
  const first = open.find(({ left }) => left > 0);
  const [chosen, choose] = useState(first?.id);
  const slot = open.find(({ id }) => id === chosen);
  const book = useAction(async () => {
    if (!slot) return;
    const body = { item: item.id, desk: slot.desk, price: item.price, slot: slot.id };
    const { id } = await send('POST /api/redemptions', { body });
    location.assign(`/me/redemptions/${id}`);
  });
  const price = item.price === 0 ? words.free : words.price(numberText(item.price, look.language));
  const { service } = item;
  return (
    <>
      <Heading title={item.name} note={price} />
      <Card>
        {service && (
          <div class="mb-4 text-soft">
            <p>{words.at(service.partner, service.place)}</p>
            <p>{words.validUntil(dayText(service.validUntil, look.language))}</p>
          </div>
        )}
        {open.length === 0 && (
          <Empty title={words.noSlots}>
            <p>{words.noSlotsNext}</p>
          </Empty>
        )}
        {open.length > 0 && (
          <div class="grid gap-4">
            <fieldset class="grid gap-2">
              <legend class="font-bold mb-2">{words.chooseSlot}</legend>
              {open.map((one) => (
                <SlotChoice
                  key={one.id}
                  words={words}
                  language={look.language}
                  slot={one}
                  desk={desks.items.find(({ id }) => id === one.desk)?.name}
                  isChosen={one.id === chosen}
                  onChoose={() => choose(one.id)}
                />
              ))}
            </fieldset>
            <p class="text-sm text-soft">{words.cancelBy}</p>
            {book.problem && <ProblemNote problem={book.problem} look={look} />}
            <Button wide disabled={book.isBusy || !slot} onClick={book.run}>
              {words.bookThis}
            </Button>
          </div>
        )}
      </Card>
    </>
  );
}

interface ChoiceGiven {
  readonly words: ShopWords;
  readonly language: Where['look']['language'];
  readonly slot: ItemOf<'GET /api/items/{item}/slots'>;
  readonly desk: string | undefined;
  readonly isChosen: boolean;
  onChoose(): void;
}

function SlotChoice({ words, language, slot: { id, from, to, left }, desk, isChosen, onChoose }: ChoiceGiven) {
  const isFull = left === 0;
  return (
    <label
      class={`flex items-center gap-3 min-h-12 px-3 py-2 rounded-xl border border-line ${isFull ? 'text-soft' : ''}`}
    >
      <input
        type="radio"
        name="slot"
        value={id}
        class="size-5 shrink-0 accent-fill"
        checked={isChosen}
        disabled={isFull}
        onChange={onChoose}
      />
      <span>
        <span class="block font-bold">{slotText(words, { from, to }, language)}</span>
        <span class="text-sm text-soft">
          {[isFull ? words.slotFull : words.slotLeft(numberText(left, language)), desk].filter(Boolean).join(' · ')}
        </span>
      </span>
    </label>
  );
}
