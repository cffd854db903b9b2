/**
 * Everything in a store counted anew: each wallet from its first entry on, and whether records, redemptions, stock and
 * decisions agree with what was posted for them. It knows the stored shapes only, nothing of the code that wrote them.
 */
import { createHash } from 'node:crypto';
import type { Store } from '../../functions/platform/store/port.ts';
import type { TableName } from '../../shared/tables.ts';
import { auditBonuses } from './bonuses.ts';
import { auditChanges } from './changes.ts';
import { auditGifts } from './gifts.ts';
import { auditHours } from './hours.ts';
import { auditLedger, balancesIn, entriesIn, walletOf } from './ledger.ts';
import { auditMerges } from './merges.ts';
import { auditPool } from './pool.ts';
import { auditRewards } from './rewards.ts';
import { readDistricts, type Stored } from './stored.ts';

export interface AuditedDistrict {
  readonly district: string;
  /** Of all wallets: whoever changes one entry of one wallet changes it. Equal roots are equal ledgers. */
  readonly root: string;
  readonly wallets: number;
  readonly entries: number;
  /** What is wrong, in words with ids and no names; the first difference first. */
  readonly violations: readonly string[];
}
export interface Audited {
  readonly districts: readonly AuditedDistrict[];
}

export const auditedTables: readonly TableName[] = ['Ledger', 'Journal', 'Service', 'Rewards', 'Changes'];
/** The clock has this long for what is due: points are swept within eight days. */
const clockMs = 8 * 24 * 60 * 60 * 1000;

/** The store is not to be written to meanwhile: what changes during the reading may look wrong. */
export async function auditStore(store: Store): Promise<Audited> {
  const districts = await readDistricts(store, auditedTables);
  const inOrder = [...districts].sort(([one], [other]) => (one < other ? -1 : 1));
  return { districts: inOrder.map(([district, stored]) => auditDistrict(district, stored)) };
}

function auditDistrict(district: string, stored: Stored): AuditedDistrict {
  const settled = settledUntil(stored);
  return {
    district,
    root: rootOf(stored),
    wallets: balancesIn(stored).length,
    entries: entriesIn(stored).length,
    violations: [
      ...auditLedger(stored, settled),
      ...auditMerges(stored),
      ...auditPool(stored),
      ...auditRewards(stored, settled),
      ...auditGifts(stored),
      ...auditHours(stored, settled),
      ...auditBonuses(stored),
      ...auditChanges(stored),
    ],
  };
}

/** When everything due had been done, however long ago a copy was made: eight days before the latest entry. */
const settledUntil = (stored: Stored) =>
  entriesIn(stored).reduce((latest, { at }) => Math.max(latest, at), 0) - clockMs;

/** The hash of every wallet's length and last hash, in the order of their ids. */
function rootOf(stored: Stored): string {
  const lines = balancesIn(stored).map((balance) => `${walletOf(balance)}#${balance.seq}#${balance.head}`);
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
