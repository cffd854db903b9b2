/**
 * Open redemptions that are cancelled because their points have to come back: the newest first, and no more of them
 * than the points need. One transaction holds them all, so what they share is written once. Gifts cost no points and
 * stay; so does a booking whose time has come, which was made use of.
 */
import type { Movement } from '../ledger/index.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { afterGivingBack, type Limits } from './limits.ts';
import {
  closingWrites,
  limitsAt,
  limitsOf,
  limitsWrite,
  type Redemption,
  redemptionOf,
  redemptionsOf,
} from './redemption-rows.ts';
import { putBack } from './slot-rows.ts';

interface Needed {
  readonly district: string;
  readonly wallet: string;
  readonly points: number;
  readonly by: string;
  readonly now: number;
  /** The ledger transaction that needs the points. */
  readonly cause: string;
}
/** Movements to post before whatever takes the points, and all other writes. */
interface Cancelled {
  readonly movements: readonly Movement[];
  readonly writes: readonly Write[];
}

export async function cancelForPoints(tools: Tools, needed: Needed): Promise<Cancelled> {
  const { district, wallet, by, now, cause } = needed;
  const [rows, [limitsRow]] = await Promise.all([
    readAll(tools.store, redemptionsOf(district, wallet)),
    tools.store.get([limitsAt(district, wallet)]),
  ]);
  const open = rows
    .flatMap((row) => redemptionOf(row) ?? [])
    .filter(({ slot }) => slot === undefined || now < slot.from);
  const chosen = newestFor(needed.points, open);
  if (chosen.length === 0) return { movements: [], writes: [] };
  const before = limitsOf(limitsRow);
  const after = chosen.reduce<Limits>(afterGivingBack, before);
  return {
    movements: chosen.map((redemption) => returned(redemption, cause)),
    writes: [
      ...chosen.flatMap((redemption) => closingWrites(district, redemption, { state: 'cancelled', by, at: now })),
      ...stockWrites(district, chosen),
      limitsWrite(district, wallet, before, after),
    ],
  };
}

/** @param redemptions the newest first */
function newestFor(points: number, redemptions: readonly Redemption[]): Redemption[] {
  const chosen: Redemption[] = [];
  let missing = points;
  for (const redemption of redemptions) {
    if (missing <= 0) break;
    if (redemption.state !== 'reserved' || redemption.price === 0) continue;
    chosen.push(redemption);
    missing -= redemption.price;
  }
  return chosen;
}

const returned = ({ id, item, name, desk, price, lotsUsed }: Redemption, cause: string): Movement => ({
  tx: `C#${id}`,
  kind: 'return',
  points: price,
  lotsUsed,
  reference: id,
  effect: { item, name, desk, state: 'cancelled', cause },
});

/** Two of the same item at the same desk, or of the same slot, are one row. */
function stockWrites(district: string, chosen: readonly Redemption[]): Write[] {
  const counts = new Map<string, { redemption: Redemption; count: number }>();
  for (const redemption of chosen) {
    const place = `${redemption.item} ${redemption.desk} ${redemption.slot?.id}`;
    counts.set(place, { redemption, count: (counts.get(place)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ redemption, count }) => putBack(district, redemption, count));
}
