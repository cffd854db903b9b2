/** A redemption as its owner sees it: the code only while there is something to pick up. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Redemption, redemptionAt, redemptionOf } from './redemption-rows.ts';

type ShownRedemption = Answer<(typeof rewards)['POST /api/redemptions']>;

export async function readRedemption(tools: Tools, district: string, wallet: string, id: string): Promise<Redemption> {
  const [row] = await tools.store.get([redemptionAt(district, wallet, id)]);
  const redemption = redemptionOf(row);
  if (!redemption) throw new Problem('not_found');
  return redemption;
}

export function showRedemption(redemption: Redemption): ShownRedemption {
  const { id, item, name, desk, price, state, code, at, pickUpUntil, closedAt, reason, gift, slot } = redemption;
  const { exchanged } = redemption;
  const pickUp = state === 'reserved' ? { code, qr: `timebank:pick-up:${desk}:${code}` } : {};
  return {
    id,
    item,
    name,
    desk,
    price,
    state,
    ...pickUp,
    pickUpUntil: new Date(pickUpUntil).toISOString(),
    at: new Date(at).toISOString(),
    closedAt: closedAt === undefined ? undefined : new Date(closedAt).toISOString(),
    reason,
    exchanged: exchanged && { at: new Date(exchanged.at).toISOString(), reason: exchanged.reason },
    gift,
    slot: slot && showTimes(slot),
  };
}

export const showTimes = ({ from, to }: NonNullable<Redemption['slot']>) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});
