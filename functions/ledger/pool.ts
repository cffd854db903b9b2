/**
 * What has been promised out of a district's public pool, in one row that every promise guards: two at once never
 * promise the same points. What came in is counted from the entries; only taking out needs a guard, and is rare.
 */
import type { Item, Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';

const grantedAt = (district: string): Target => ({ table: 'Ledger', key: { pk: `T#${district}#POOL`, sk: 'GRANTED' } });
const pointsOf = (item: Item | undefined) => Number(item?.points ?? 0);

/** Points promised so far, from the first day on. */
export async function readGranted(tools: Tools, district: string): Promise<number> {
  const [item] = await tools.store.get([grantedAt(district)]);
  return pointsOf(item);
}

/** @param before what had been promised when it was decided that the pool holds enough */
export const grantWrite = (district: string, before: number, points: number): Write => ({
  ...grantedAt(district),
  update: { set: { v: 1, points: before + points } },
  when: [before === 0 ? ['points', 'absent'] : ['points', '=', before]],
  or: 'lost_race',
});
