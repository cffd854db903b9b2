/**
 * Gifts of stars and serial numbers: each gift is claimed once at a time and given once; each serial number goes out
 * with one redemption.
 */
import type { Item } from '../../functions/platform/store/port.ts';
import type { StarScheme, starLevels } from '../../shared/rules/stars.ts';
import { walletOf } from './ledger.ts';
import { type Redemption, redemptionsIn } from './rewards.ts';
import { grouped, rows, type Stored } from './stored.ts';

export interface Gift {
  readonly wallet: string;
  readonly scheme: StarScheme;
  readonly level: (typeof starLevels)[number];
  readonly state: 'open' | 'claimed' | 'handed_over' | 'expired';
  readonly redemption?: string;
  /** The merging of two registrations that ended it: the other one has it. */
  readonly endedBy?: string;
}
interface Voucher {
  readonly state: 'free' | 'given' | 'recalled';
  readonly redemption?: string;
}

export function auditGifts(stored: Stored): string[] {
  return [...faultsOfGifts(stored), ...faultsOfVouchers(stored), ...faultsOfCounts(stored)];
}

function* faultsOfGifts(stored: Stored): Iterable<string> {
  const nameOf = (wallet: string, gift?: string) => `${wallet} ${gift}`;
  const claiming = redemptionsIn(stored).filter(({ gift, state }) => gift && (isOpen(state) || isGiven(state)));
  const claims = grouped(claiming, (one) => nameOf(walletOf(one), one.gift));
  for (const gift of rows<Gift>(stored.Rewards, 'GIFT#')) {
    const { wallet, scheme, level, state, redemption, endedBy } = gift;
    const name = nameOf(wallet, `${scheme}-${level}`);
    const [claim, ...others] = claims.get(name) ?? [];
    const unclaimed = endedBy === undefined ? 'open' : 'expired';
    const expected = claim === undefined ? unclaimed : isOpen(claim.state) ? 'claimed' : 'handed_over';
    if (others.length > 0) yield `gift ${name}: claimed ${others.length + 1} times`;
    if (state !== expected || redemption !== claim?.id) yield `gift ${name}: ${state}, and it is ${expected}`;
    claims.delete(name);
  }
  for (const name of claims.keys()) yield `gift ${name}: claimed, and there is none`;
}
const isOpen = (state: Redemption['state']) => state === 'reserved';
const isGiven = (state: Redemption['state']) => state === 'handed_over';

function* faultsOfVouchers(stored: Stored): Iterable<string> {
  const redemptions = new Map(redemptionsIn(stored).map((one) => [one.id, one]));
  const given = new Set<string>();
  for (const voucher of rows<Voucher>(stored.Rewards, 'VC#')) {
    const { sk, pk, state, redemption: id, byDeskPk } = voucher;
    if ((byDeskPk !== undefined) !== (state === 'free')) yield `voucher ${sk}: ${state}, listed otherwise`;
    if ((id !== undefined) !== (state === 'given')) yield `voucher ${sk}: ${state}, with ${id ?? 'no redemption'}`;
    if (id === undefined) continue;
    const redemption = redemptions.get(id);
    const fits = redemption?.voucher === sk.slice('VC#'.length) && pk.endsWith(`#I#${redemption.item}`);
    if (!fits || !isGiven(redemption.state)) yield `voucher ${sk}: given with ${id}, which says otherwise`;
    given.add(id);
  }
  for (const { id, voucher } of redemptions.values()) {
    if (voucher !== undefined && !given.has(id)) yield `redemption ${id}: has a number that was not given with it`;
  }
}

function* faultsOfCounts({ Rewards }: Stored): Iterable<string> {
  const itemOf = ({ pk }: Item) => pk.slice(pk.lastIndexOf('#') + 1);
  const byItem = grouped(rows<Voucher>(Rewards, 'VC#'), itemOf);
  for (const counts of rows<Record<'imported' | 'given' | 'recalled', number>>(Rewards, 'VOUCHERS')) {
    const vouchers = byItem.get(itemOf(counts)) ?? [];
    const count = (state: Voucher['state']) => vouchers.filter((one) => one.state === state).length;
    const expected = [vouchers.length, count('given'), count('recalled')];
    const { imported = 0, given = 0, recalled = 0 } = counts;
    if ([imported, given, recalled].join() !== expected.join()) yield `vouchers of ${itemOf(counts)}: counted wrongly`;
  }
}
