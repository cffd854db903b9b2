import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { redemptionOf, redemptionsOf } from './redemption-rows.ts';
import { showRedemption } from './show-redemption.ts';

/** All redemptions of a person, the latest first, as the person's own pages show them. */
export async function redemptionsOfPerson(tools: Tools, district: string, volunteer: string) {
  const items = await readAll(tools.store, redemptionsOf(district, volunteer));
  return items.map(redemptionOf).flatMap((redemption) => (redemption ? [showRedemption(redemption)] : []));
}
