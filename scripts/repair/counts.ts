/** What is counted beside redemptions: stock, places of a time, what a person has open, gifts and serial numbers. */
import type { Change, Item, Target, Write } from '../../functions/platform/store/port.ts';
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Gift } from '../audit/gifts.ts';
import { walletOf } from '../audit/ledger.ts';
import { type Redemption, redemptionsIn, stockChangesIn } from '../audit/rewards.ts';
import { grouped, rows, type Stored, sumOf } from '../audit/stored.ts';
import { type Remedy, together } from './case.ts';

interface Stock extends Item {
  readonly desk: string;
  readonly quantity: number;
  readonly sold: number;
  readonly stocked: number;
}
type Row = Redemption & Item & { readonly at: number };

export function repairCounts(district: string, stored: Stored): Remedy {
  return together([
    ...repairStock(stored),
    ...repairSlots(stored),
    repairLimits(district, stored),
    repairGifts(stored),
    repairVouchers(stored),
  ]);
}

const lastOf = ({ pk }: Item) => pk.slice(pk.lastIndexOf('#') + 1);
const rewards = ({ pk, sk }: Item): Target => ({ table: 'Rewards', key: { pk, sk } });
const isGivenBack = ({ state }: Redemption) => state === 'cancelled' || state === 'returned';

function repairStock(stored: Stored): Remedy[] {
  const came = grouped(stockChangesIn(stored), (row) => `${lastOf(row)} ${row.desk}`);
  const out = redemptionsIn(stored).filter((one) => !isGivenBack(one) && !one.slot);
  const taken = grouped(out, ({ item, desk }) => `${item} ${desk}`);
  const remedies = rows<Stock>(stored.Rewards, 'ST#').map((row) => {
    const place = `${lastOf(row)} ${row.desk}`;
    const stocked = sumOf((came.get(place) ?? []).map(({ change }) => change));
    const sold = taken.get(place)?.length ?? 0;
    taken.delete(place);
    return counted(row, place, stocked, sold);
  });
  return [...remedies, ...[...taken].map(lostPlace('stock'))];
}

function repairSlots(stored: Stored): Remedy[] {
  const booked = redemptionsIn(stored).filter((one) => one.slot && !isGivenBack(one));
  const taken = grouped(booked, ({ slot }) => slot?.id ?? '');
  const remedies = rows<Stock>(stored.Rewards, 'SLOT#').map((row) => {
    const id = String(row.id);
    const sold = taken.get(id)?.length ?? 0;
    taken.delete(id);
    return counted(row, id, row.stocked, sold);
  });
  return [...remedies, ...[...taken].map(lostPlace('slot'))];
}

const lostPlace =
  (kind: 'stock' | 'slot') =>
  ([place, list]: readonly [string, readonly Redemption[]]): Remedy => {
    const says = `${kind} ${place}: its row is lost, and ${list.length} redemptions are of it`;
    return { writes: [], cases: [{ about: [place], says }] };
  };

function counted(row: Stock, place: string, stocked: number, sold: number): Remedy {
  const quantity = stocked - sold;
  if (row.quantity === quantity && row.sold === sold && row.stocked === stocked) return { writes: [], cases: [] };
  if (quantity < 0) {
    const says = `stock ${place}: ${sold} pieces are with redemptions, and ${stocked} came in`;
    return { writes: [], cases: [{ about: [place], says }] };
  }
  return { writes: [{ ...rewards(row), update: { set: { quantity, sold, stocked } } }], cases: [] };
}

function repairLimits(district: string, stored: Stored): Remedy {
  const all = redemptionsIn(stored).filter(({ gift }) => gift === undefined) as Row[];
  const known = new Map(
    rows<{ open: number; monthPoints: number; month: string }>(stored.Rewards, 'LIM').map((row) => [
      walletOf(row),
      row,
    ]),
  );
  const writes: Write[] = [];
  for (const [wallet, list] of grouped(all, walletOf)) {
    const limits = known.get(wallet);
    const open = list.filter(({ state }) => state === 'reserved').length;
    if (limits && limits.open === open && limits.monthPoints >= 0) continue;
    const kept = list.filter((one) => !isGivenBack(one));
    const month = [limits?.month ?? '', ...kept.map(({ at }) => monthOf(shanghaiDay(at)))].sort().at(-1) ?? '';
    const monthPoints = sumOf(kept.filter(({ at }) => monthOf(shanghaiDay(at)) === month).map(({ price }) => price));
    const items = Object.fromEntries(kept.sort((one, other) => one.at - other.at).map(({ item, at }) => [item, at]));
    const key = { pk: `T#${district}#W#${wallet}`, sk: 'LIM' };
    writes.push({ table: 'Rewards', key, update: { set: { v: 1, open, month, monthPoints, items }, add: { ver: 1 } } });
  }
  for (const [wallet, row] of known) {
    const hasAny = all.some((one) => walletOf(one) === wallet);
    if (!hasAny && row.open !== 0)
      writes.push({ ...rewards(row), update: { set: { open: 0, monthPoints: 0 }, add: { ver: 1 } } });
  }
  return { writes, cases: [] };
}

/** A gift is what the redemption that claims it says. */
function repairGifts(stored: Stored): Remedy {
  const claims = redemptionsIn(stored).filter(
    ({ gift, state }) => gift && (state === 'reserved' || state === 'handed_over'),
  );
  const byGift = grouped(claims, (one) => `${walletOf(one)} ${one.gift}`);
  const remedies: Remedy[] = [];
  for (const gift of rows<Gift & Item & { school: string; class: string }>(stored.Rewards, 'GIFT#')) {
    const name = `${gift.wallet} ${gift.scheme}-${gift.level}`;
    const [claim, ...others] = byGift.get(name) ?? [];
    byGift.delete(name);
    if (others.length > 0)
      remedies.push({ writes: [], cases: [{ about: [name], says: `gift ${name}: claimed more than once` }] });
    const unclaimed = gift.endedBy === undefined ? 'open' : 'expired';
    const state = claim === undefined ? unclaimed : claim.state === 'reserved' ? 'claimed' : 'handed_over';
    if (gift.state === state && gift.redemption === claim?.id) continue;
    remedies.push({ writes: [giftWrite(gift, state, claim?.id)], cases: [] });
  }
  for (const name of byGift.keys())
    remedies.push({ writes: [], cases: [{ about: [name], says: `gift ${name}: claimed, and lost` }] });
  return together(remedies);
}

function giftWrite(gift: Gift & Item & { school: string; class: string }, state: string, redemption?: string): Write {
  const district = gift.pk.split('#')[1];
  const listed = {
    byDeskPk: `T#${district}#GIFTS#${gift.school}`,
    byDeskSk: `${gift.class}#${gift.wallet}#${gift.scheme}-${gift.level}`,
  };
  const unlisted = ['byDeskPk', 'byDeskSk'];
  const update: Change = redemption
    ? { set: { state, redemption }, add: { ver: 1 }, remove: unlisted }
    : state === 'open'
      ? { set: { state, ...listed }, add: { ver: 1 }, remove: ['redemption'] }
      : { set: { state }, add: { ver: 1 }, remove: ['redemption', ...unlisted] };
  return { ...rewards(gift), update };
}

interface Voucher {
  readonly state: string;
  readonly redemption?: string;
}

/** A number went out with the redemption that names it; then its counts are counted anew. */
function repairVouchers(stored: Stored): Remedy {
  const given = new Map(
    redemptionsIn(stored).flatMap((one) => (one.voucher ? [[`${one.item} ${one.voucher}`, one]] : [])) as [
      string,
      Redemption,
    ][],
  );
  const remedies: Remedy[] = [];
  const states = new Map<string, string[]>();
  for (const row of rows<Voucher>(stored.Rewards, 'VC#')) {
    const name = `${lastOf(row)} ${row.sk.slice('VC#'.length)}`;
    const holder = given.get(name);
    const state = holder ? 'given' : row.state;
    if (holder && row.redemption !== holder.id) {
      const update = { set: { state, redemption: holder.id }, remove: ['byDeskPk', 'byDeskSk'] };
      remedies.push({ writes: [{ ...rewards(row), update }], cases: [] });
    } else if (!holder && row.state === 'given') {
      const says = `voucher ${row.sk} of ${lastOf(row)}: given with ${row.redemption}, which does not say so`;
      remedies.push({ writes: [], cases: [{ about: [row.sk, String(row.redemption)], says }] });
    }
    states.set(lastOf(row), [...(states.get(lastOf(row)) ?? []), state]);
  }
  for (const row of rows<Item>(stored.Rewards, 'VOUCHERS')) {
    const all = states.get(lastOf(row)) ?? [];
    const count = (state: string) => all.filter((one) => one === state).length;
    const now = { imported: all.length, given: count('given'), recalled: count('recalled') };
    const isRight = Object.entries(now).every(([key, value]) => (row[key] ?? 0) === value);
    if (!isRight) remedies.push({ writes: [{ ...rewards(row), update: { set: now } }], cases: [] });
  }
  return together(remedies);
}
