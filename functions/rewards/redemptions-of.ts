/** A person's redemptions as the person's own pages show them: for neighbours who act for the person. */
import { pageOf } from '../platform/http/cursor.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { redemptionOf, redemptionsOf } from './redemption-rows.ts';
import { readRedemption, showRedemption } from './show-redemption.ts';

/** All of them, the latest first. */
export async function redemptionsOfPerson(tools: Tools, district: string, volunteer: string) {
  const items = await readAll(tools.store, redemptionsOf(district, volunteer));
  return items.map(redemptionOf).flatMap((redemption) => (redemption ? [showRedemption(redemption)] : []));
}

/** Those that nobody has picked up yet, and the points that they hold; a gift holds none. */
export async function reservedOf(tools: Tools, district: string, wallet: string) {
  const all = await readAll(tools.store, redemptionsOf(district, wallet));
  const reserved = all.map(redemptionOf).filter((redemption) => redemption?.state === 'reserved');
  return {
    redemptions: reserved.length,
    points: reserved.reduce((sum, redemption) => sum + (redemption?.gift ? 0 : (redemption?.price ?? 0)), 0),
  };
}

/** A page of them, the latest first. */
export async function redemptionsPage(
  tools: Tools,
  district: string,
  volunteer: string,
  query: Parameters<typeof pageOf>[2],
) {
  const { items, next } = await pageOf(tools, redemptionsOf(district, volunteer), query);
  const redemptions = items.map(redemptionOf).filter((redemption) => redemption !== undefined);
  return { items: redemptions.map(showRedemption), next };
}

/** @throws not_found */
export const showRedemptionOf = async (tools: Tools, district: string, volunteer: string, id: string) =>
  showRedemption(await readRedemption(tools, district, volunteer, id));
