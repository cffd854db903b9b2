/** What exchanging a piece reads and writes: the redemption as its desk's list of a day names it, and the stock. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Write } from '../platform/store/port.ts';
import { closedRedemptionsAt, type Redemption, redemptionAt } from './redemption-rows.ts';
import { stockAt } from './rows.ts';
import { lossEntry } from './stock-change-rows.ts';

/** One of those closed at a desk. */
export const closedRedemptionNamed = (district: string, desk: string, closedAt: number, id: string) => ({
  ...closedRedemptionsAt(district, desk, shanghaiDay(closedAt)),
  sk: { prefix: `${closedAt}#${id}` },
});

/** The redemption says so once, a piece more leaves the stock and is written off, and that is on record. */
export function exchangeWrites(
  district: string,
  { id, wallet, item, desk }: Redemption,
  exchanged: NonNullable<Redemption['exchanged']>,
): Write[] {
  const { at, by } = exchanged;
  return [
    {
      ...redemptionAt(district, wallet, id),
      update: { set: { exchanged: { ...exchanged } } },
      when: [
        ['state', '=', 'handed_over'],
        ['exchanged', 'absent'],
      ],
      or: 'exchange_not_open',
    },
    {
      ...stockAt(district, item, desk),
      update: { add: { quantity: -1, stocked: -1 } },
      when: [['quantity', '>=', 1]],
      or: 'stock_too_low',
    },
    lossEntry(district, { id, item, desk, reason: 'exchange', by, at }),
  ];
}
