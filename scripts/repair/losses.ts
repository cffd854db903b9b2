/** Pieces that left a stock without a buyer, cancelled or exchanged: on record for each redemption, and no others. */
import type { Write } from '../../functions/platform/store/port.ts';
import { type Redemption, redemptionOf } from '../../functions/rewards/redemption-rows.ts';
import { lossEntry } from '../../functions/rewards/stock-change-rows.ts';
import { lossReason, redemptionsIn, stockChangesIn } from '../audit/rewards.ts';
import type { Stored } from '../audit/stored.ts';
import type { Remedy } from './case.ts';

export function repairLosses(district: string, stored: Stored): Remedy {
  const missing = new Map(redemptionsIn(stored).map((row) => [row.id, row]));
  const writes: Write[] = [];
  for (const { pk, sk, redemption = '', reason } of stockChangesIn(stored)) {
    if (redemption === '') continue;
    const told = missing.get(redemption);
    if (told && lossReason(told) === reason) missing.delete(redemption);
    else writes.push({ table: 'Rewards', key: { pk, sk }, remove: true });
  }
  for (const row of missing.values()) {
    const reason = lossReason(row);
    if (reason) writes.push(lossEntry(district, { ...pieceOf(redemptionOf(row) as Redemption), reason }));
  }
  return { writes, cases: [] };
}

const pieceOf = ({ id, item, desk, at, closedAt = at, closedBy: by = '', exchanged }: Redemption) => ({
  id,
  item,
  desk,
  by: exchanged?.by ?? by,
  at: exchanged?.at ?? closedAt,
});
