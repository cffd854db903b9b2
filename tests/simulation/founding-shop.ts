/** The shop that a history begins with: desks, items with their stock, and a service that is booked. */
import { deskAt } from '../../functions/district/rows.ts';
import type { Write } from '../../functions/platform/store/port.ts';
import { creationWrites } from '../../functions/rewards/rows.ts';
import { stockChangeWrites } from '../../functions/rewards/stock-change-rows.ts';
import type { Unit, UnitTree } from '../../shared/rules/units.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export const deskWrite = (district: string, school: Unit, id: string): Write => ({
  ...deskAt(district, id),
  put: { v: 1, id, unit: school.id, name: '积分超市', place: '教学楼一层', hours: '12:00–13:00' },
});

interface Offered {
  readonly units: UnitTree;
  readonly item: string;
  readonly price: number;
  /** Of a gift: the stars it is for. */
  readonly levelMin?: number;
}
export function itemWrites(
  { district, desks, voucherItems }: World,
  { units, item, price, levelMin }: Offered,
  random: Random,
  now: number,
): Write[] {
  const kind = voucherItems.includes(item) ? 'film_card' : 'book';
  const gift = levelMin === undefined ? {} : { gift: { levelMin } };
  const created = { id: item, unit: units.root.id, name: '奖品', kind, price, open: true, ...gift } as const;
  const stocked = desks.map(({ post: { scope, unit } }) => {
    const change = random.between(1, levelMin === undefined ? 4 : 8);
    const why = { id: `${item}-${scope}`, change, reason: '开业', by: 'founding', at: now };
    return stockChangeWrites(district, { ...why, item, desk: { id: scope, unit } });
  });
  return [...creationWrites(district, units, created, { at: now, by: 'founding' }), ...stocked.flat()];
}

export function serviceWrites(
  district: string,
  units: UnitTree,
  { id, price }: World['services'][number],
  now: number,
): Write[] {
  const service = { partner: '社区理发店', place: '青桥路 8 号', validUntil: '2028-12-31' };
  const item = { id, unit: units.root.id, name: '理发', kind: 'service', price, open: true, service } as const;
  return creationWrites(district, units, item, { at: now, by: 'founding' });
}
