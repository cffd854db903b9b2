import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { ForWhom } from '../../ui/for-whom.tsx';
import { ItemPicture } from '../../ui/item-picture.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ShopGiven } from './given.ts';
import { placesOf } from './places.ts';
import { Redeem } from './redeem.tsx';

interface ShopItemGiven extends ShopGiven {
  readonly item: ItemOf<'GET /api/items'>;
}

export function ShopItem(given: ShopItemGiven) {
  const { words, look, item, balance, refresh } = given;
  const [isAsking, ask] = useState(false);
  const again = useAction(refresh);
  const number = (value: number) => numberText(value, look.language);
  const isThere = placesOf(given).length > 0;
  const missing = item.price - balance.points;
  return (
    <li class="bg-card rounded-2xl border border-line p-4 flex flex-col gap-3">
      <div class="flex gap-4">
        <ItemPicture kind={item.kind} picture={item.picture} class="size-20" />
        <div class="min-w-0">
          <p class="text-sm text-soft">{words.kinds[item.kind]}</p>
          <h3 class="font-bold text-lg">{item.name}</h3>
          <p class="font-bold text-gold">{item.price === 0 ? words.free : words.price(number(item.price))}</p>
        </div>
      </div>
      <ForWhom words={words} item={item} />
      {item.service ? (
        <p class="text-sm text-soft">{words.at(item.service.partner, item.service.place)}</p>
      ) : (
        <Stock {...given} />
      )}
      <div class="mt-auto">
        {missing > 0 && (
          <div class="grid gap-1 text-brand">
            <Progress label={words.saved(item.name)} value={balance.points} max={item.price} />
            <p class="text-sm text-soft">{words.missing(number(missing))}</p>
          </div>
        )}
        {missing <= 0 && balance.debt > 0 && <p class="text-sm text-soft">{words.debt}</p>}
        {missing <= 0 && balance.debt === 0 && item.service && (
          <LinkButton wide aria-label={words.bookOf(item.name)} href={`/shop/${item.id}`}>
            {words.book}
          </LinkButton>
        )}
        {missing <= 0 && balance.debt === 0 && isThere && (
          <Button wide aria-label={words.redeemItem(item.name)} aria-haspopup="dialog" onClick={() => ask(true)}>
            {words.redeem}
          </Button>
        )}
      </div>
      {isAsking && (
        <Redeem
          {...given}
          onClose={() => {
            ask(false);
            // What was refused may have been so because the shop has changed meanwhile.
            again.run();
          }}
        />
      )}
    </li>
  );
}

/** Where there is how much. */
function Stock({ words, look, item, desks }: ShopItemGiven) {
  const there = placesOf({ item, desks });
  const count = (quantity: number) => numberText(quantity, look.language);
  if (there.length === 0) return <p class="text-sm text-soft">{words.soldOut}</p>;
  return (
    <ul class="text-sm text-soft">
      {there.map(({ desk, quantity }) => (
        <li key={desk.id}>{words.leftAt(desk.name, count(quantity))}</li>
      ))}
    </ul>
  );
}
