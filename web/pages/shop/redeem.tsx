/** Asks once before points are spent, and says what will be left of them. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ItemPicture } from '../../ui/item-picture.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Parts } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ShopGiven } from './given.ts';
import { placesOf } from './places.ts';

interface RedeemGiven extends Omit<ShopGiven, 'refresh'> {
  readonly item: ItemOf<'GET /api/items'>;
  onClose(): void;
}

export function Redeem({ words, look, item, balance, desks, onClose }: RedeemGiven) {
  const places = placesOf({ item, desks });
  const [desk, choose] = useState(places[0]?.desk.id ?? '');
  const redeem = useAction(async () => {
    const body = { item: item.id, desk, price: item.price };
    const { id } = await send('POST /api/redemptions', { body });
    location.assign(`/me/redemptions/${id}`);
  });
  const number = (value: number) => numberText(value, look.language);
  return (
    <Dialog title={words.redeemTitle} onClose={onClose}>
      <div class="grid gap-4">
        <div class="flex items-center gap-4">
          <ItemPicture kind={item.kind} picture={item.picture} />
          <div>
            <p class="font-bold text-lg">{item.name}</p>
            <p>{words.after(number(item.price), number(balance.points - item.price))}</p>
          </div>
        </div>
        <fieldset class="grid gap-2">
          <legend class="font-bold mb-1">{words.chooseDesk}</legend>
          {places.map(({ desk: { id, name, place, hours } }) => (
            <label key={id} class="flex items-center gap-3 min-h-12 px-3 py-2 rounded-xl border border-line">
              <input
                type="radio"
                name="desk"
                class="size-5 shrink-0 accent-fill"
                checked={id === desk}
                onChange={() => choose(id)}
              />
              <span>
                <span class="block font-bold">{name}</span>
                <Parts of={[place, hours]} class="text-sm text-soft" />
              </span>
            </label>
          ))}
        </fieldset>
        <p class="text-sm text-soft">{words.undoable}</p>
        {redeem.problem && <ProblemNote problem={redeem.problem} look={look} />}
        <Button wide disabled={redeem.isBusy} onClick={redeem.run}>
          {words.confirm}
        </Button>
        <Button kind="quiet" wide disabled={redeem.isBusy} onClick={onClose}>
          {words.think}
        </Button>
      </div>
    </Dialog>
  );
}
