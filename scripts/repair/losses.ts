/** Pieces that left a stock when the desk cancelled their redemptions: on record for each of them, and no others. */
import type { Write } from '../../functions/platform/store/port.ts';
import { type Redemption, redemptionOf } from '../../functions/rewards/redemption-rows.ts';
import { lossEntry } from '../../functions/rewards/stock-change-rows.ts';
import { isLost, redemptionsIn, stockChangesIn } from '../audit/rewards.ts';
import type { Stored } from '../audit/stored.ts';
import type { Remedy } from './case.ts';

export function repairLosses(district: string, stored: Stored): Remedy {
  const missing = new Map(
    redemptionsIn(stored)
      .filter(isLost)
      .map((row) => [row.id, redemptionOf(row) as Redemption]),
  );
  const writes: Write[] = [];
  for (const { pk, sk, redemption, reason } of stockChangesIn(stored)) {
    if (redemption === undefined) continue;
    if (missing.get(redemption)?.reason === reason) missing.delete(redemption);
    else writes.push({ table: 'Rewards', key: { pk, sk }, remove: true });
  }
  for (const { id, item, desk, reason, closedBy: by = '', closedAt: at, ...one } of missing.values())
    if (reason) writes.push(lossEntry(district, { id, item, desk, reason, by, at: at ?? one.at }));
  return { writes, cases: [] };
}
