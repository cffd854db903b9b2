/**
 * The audit: whether everything stored in a district agrees with itself and with what clients were told. It knows the
 * stored shapes only, nothing of the code that wrote them.
 */
import { auditChanges } from './audit/changes.ts';
import { auditConsents } from './audit/consents.ts';
import { auditFigures } from './audit/figures.ts';
import { auditGifts } from './audit/gifts.ts';
import { auditHours } from './audit/hours.ts';
import { auditLedger } from './audit/ledger.ts';
import { auditRewards } from './audit/rewards.ts';
import type { Stored } from './audit/stored.ts';
import { auditTold } from './audit/told.ts';
import type { Attempt } from './history.ts';

/** @returns what is wrong, in words; nothing when all is well. `now` is when everything due had been done */
export function audit(stored: Stored, attempts: readonly Attempt[], now: number): string[] {
  return [
    ...auditLedger(stored, now),
    ...auditRewards(stored, now),
    ...auditGifts(stored),
    ...auditHours(stored, now),
    ...auditChanges(stored),
    ...auditConsents(stored, now),
    ...auditFigures(stored),
    ...auditTold(stored, attempts),
  ];
}
