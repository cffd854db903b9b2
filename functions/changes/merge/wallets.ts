/** From one wallet of a person to the other: two entries that sum to nothing, in one transaction. */
import { liveLots, sumOf } from '../../../shared/rules/lots.ts';
import { type Balance, type Carried, journalWrites, type Movement, post } from '../../ledger/index.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Change } from '../rows.ts';

type Sums = Omit<Carried, 'way'>;
interface Carrying {
  readonly change: Change;
  /** The merge whose account both entries are booked against. */
  readonly merge: string;
  readonly by: string;
  readonly now: number;
}
interface End {
  readonly wallet: string;
  readonly balance: Balance;
  /** Where the wallet's owner is merged into from now on; `''` when not any more. */
  readonly mergedInto?: string;
}
interface Moved {
  readonly writes: readonly Write[];
  readonly out: Balance;
  readonly into: Balance;
}

/** All that a wallet holds and can be spent: what has died is posted as such. */
export const holdings = ({ lots, debt, minutesByStage, minutesByYear }: Balance, now: number): Sums => ({
  lots: liveLots(lots, now),
  debt,
  minutesByStage,
  minutesByYear,
});

export function carry(carrying: Carrying, from: End, to: End, sums: Sums): Moved {
  const out = postOne(carrying, from, to, { ...sums, way: 'out' });
  const into = postOne(carrying, to, from, { ...sums, way: 'in' });
  return { writes: [...out.writes, ...into.writes], out: out.after, into: into.after };
}

function postOne(
  { change, merge, by, now }: Carrying,
  { wallet, balance, mergedInto }: End,
  other: End,
  carried: Carried,
) {
  const { lots, debt, minutesByStage, minutesByYear } = carried;
  const movement: Movement = {
    tx: `MERGE#${change.id}#${carried.way}`,
    kind: 'merge',
    points: carried.way === 'in' ? sumOf(lots) : -sumOf(lots),
    carried,
    reference: change.id,
    effect: {
      ...{ merge, change: change.id, volunteer: other.wallet, proposedBy: change.proposedBy },
      ...{ lots: { ...lots }, debt, minutesByStage: { ...minutesByStage }, minutesByYear: { ...minutesByYear } },
    },
  };
  const posted = post(balance, [movement], {
    district: change.district,
    wallet,
    by,
    now,
    returnedDaysMin: 0,
    mergedInto,
  });
  if (!posted) throw new Error('A wallet did not give what it holds');
  return { after: posted.after, writes: [...journalWrites(posted), ...posted.writes] };
}
