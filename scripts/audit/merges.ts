/**
 * Merged registrations: each merge, and each one that was taken back, is two entries that sum to nothing, and a wallet
 * that has been merged into another one holds nothing.
 */
import { balancesIn, type Entry, entriesIn, walletOf } from './ledger.ts';
import { grouped, type Stored, sumOf } from './stored.ts';

export function auditMerges(stored: Stored): string[] {
  const merges = grouped(
    entriesIn(stored).filter(({ kind }) => kind === 'merge'),
    ({ effect }) => effect.change ?? 'none',
  );
  const wrong = [...merges].flatMap(([change, entries]) => {
    const isPair = entries.length === 2 && new Set(entries.map(({ wallet }) => wallet)).size === 2;
    const isEven = [pointsOf, minutesOf].every((count) => sumOf(entries.map(count)) === 0);
    return isPair && isEven ? [] : [`merge ${change}: its entries are no pair that sums to nothing`];
  });
  const full = balancesIn(stored).filter(
    ({ mergedInto, points, minutes, debt }) => mergedInto && points + minutes + debt > 0,
  );
  return [...wrong, ...full.map((balance) => `wallet ${walletOf(balance)}: merged, and holds something`)];
}
const pointsOf = ({ points, debt }: Entry) => points - debt;
const minutesOf = ({ minutes }: Entry) => minutes;

/** Whose wallet holds what a registration has served. */
export function heirIn(stored: Stored): (wallet: string) => string {
  const heirs = new Map(balancesIn(stored).map((balance) => [walletOf(balance), balance.mergedInto]));
  const heirOf = (wallet: string): string => {
    const next = heirs.get(wallet);
    return typeof next === 'string' ? heirOf(next) : wallet;
  };
  return heirOf;
}

/** The registrations that have ever been one with this one, itself among them: an entry about it may lie with each. */
export function kinIn(stored: Stored): (wallet: string) => ReadonlySet<string> {
  const pairs = entriesIn(stored).filter(({ kind }) => kind === 'merge');
  const kin = new Map<string, Set<string>>();
  const kinOf = (wallet: string) => kin.get(wallet) ?? new Set([wallet]);
  for (const { wallet, effect } of pairs) {
    const group = new Set([...kinOf(wallet), ...kinOf(effect.volunteer ?? wallet)]);
    for (const one of group) kin.set(one, group);
  }
  return kinOf;
}
