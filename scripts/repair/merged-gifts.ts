/**
 * Gifts of a registration that has been merged into another one: what nobody claimed has ended and lies with the other
 * one, and what one of the two was given the other is not given again.
 */

import type { Write } from '../../functions/platform/store/port.ts';
import { type Gift, giftEnded, giftId, giftWrite } from '../../functions/rewards/star-rows.ts';
import { balancesIn, entriesIn, walletOf } from '../audit/ledger.ts';
import { grouped, rows, type Stored } from '../audit/stored.ts';
import type { Remedy } from './case.ts';
import { unguarded } from './redemptions.ts';

export function repairMergedGifts(district: string, stored: Stored): Remedy {
  const merges = entriesIn(stored).filter(({ kind }) => kind === 'merge');
  const causes = new Map(merges.map(({ wallet, effect }) => [wallet, `MERGE#${effect.change}`]));
  const gifts = grouped(rows<Gift>(stored.Rewards, 'GIFT#'), ({ wallet }) => wallet);
  const writes = balancesIn(stored).flatMap((row) => {
    const wallet = walletOf(row);
    const [heir, cause] = [row.mergedInto, causes.get(wallet)];
    if (heir === undefined || cause === undefined) return [];
    const own = new Map((gifts.get(heir) ?? []).map((gift) => [giftId(gift), gift]));
    const person = stored.Volunteers.get(`V#${heir} V`);
    const place = { wallet: heir, class: String(person?.class ?? ''), school: String(person?.school ?? '') };
    return (gifts.get(wallet) ?? []).flatMap((gift) => [
      ...settled(district, gift, own.get(giftId(gift)), place, cause),
    ]);
  });
  return { writes: writes.map(unguarded), cases: [] };
}

type Place = Pick<Gift, 'wallet' | 'class' | 'school'>;

/** @param mine the gift of the same level of the registration that goes on */
function* settled(district: string, gift: Gift, mine: Gift | undefined, place: Place, cause: string): Iterable<Write> {
  const { wallet: from, scheme, level, state, at, until } = gift;
  if (state === 'open') yield giftEnded(district, gift, cause);
  const goesAlong = state === 'open' || gift.endedBy === cause;
  if (goesAlong && !mine)
    yield giftWrite(district, { ...place, scheme, level, state: 'open', at, until, ver: 1, from });
  if (!goesAlong && state !== 'expired' && mine?.state === 'open') yield giftEnded(district, mine, cause);
}
