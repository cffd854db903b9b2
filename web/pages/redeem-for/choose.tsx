/** What the pupil wants and where it will be fetched; points are spent once the teacher has said so. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { SelectField } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { Given } from './reads.ts';

export function Choose({ words, where: { look }, data: { pupil, items, desks, redemptions }, refresh }: Given) {
  const offered = items.items.flatMap((item) =>
    item.open && !item.gift && item.price <= redemptions.points
      ? item.stock.flatMap(({ desk, quantity }) => (quantity > 0 ? [{ item, desk, quantity }] : []))
      : [],
  );
  const [chosen, choose] = useState(0);
  const offer = offered[chosen] ?? offered[0];
  const redeem = useAction(async () => {
    if (!offer) return;
    const body = { item: offer.item.id, desk: offer.desk, price: offer.item.price };
    await send('POST /api/volunteers/{volunteer}/redemptions', { params: { volunteer: pupil.id }, body });
    choose(0);
    await refresh();
  });
  const number = (count: number) => numberText(count, look.language);
  return (
    <Card title={words.chooseTitle} class="print:hidden">
      {!offer && <p class="text-soft">{words.nothing}</p>}
      {offer && (
        <div class="grid gap-4">
          <SelectField
            label={words.what}
            name="offer"
            value={String(chosen)}
            onChange={(event) => choose(Number(event.currentTarget.value))}
          >
            {offered.map(({ item, desk, quantity }, at) => (
              <option key={`${item.id} ${desk}`} value={at}>
                {words.offer(
                  item.name,
                  number(item.price),
                  desks.items.find(({ id }) => id === desk)?.name ?? '',
                  number(quantity),
                )}
              </option>
            ))}
          </SelectField>
          <p>{words.after(number(offer.item.price), number(redemptions.points - offer.item.price))}</p>
          <p class="text-sm text-soft">{words.told}</p>
          {redeem.problem && <ProblemNote problem={redeem.problem} look={look} />}
          <Button wide disabled={redeem.isBusy} onClick={redeem.run}>
            {words.redeem}
          </Button>
        </div>
      )}
    </Card>
  );
}
