/**
 * The audit: whether everything stored in a district agrees with itself and with what clients were told. It knows the
 * stored shapes only, nothing of the code that wrote them.
 */

import type { Vault } from '../../functions/platform/identity/vault.ts';
import { auditBonuses } from '../../scripts/audit/bonuses.ts';
import { auditChanges } from '../../scripts/audit/changes.ts';
import { auditGifts } from '../../scripts/audit/gifts.ts';
import { auditHours } from '../../scripts/audit/hours.ts';
import { auditLedger } from '../../scripts/audit/ledger.ts';
import { auditMerges } from '../../scripts/audit/merges.ts';
import { auditRewards } from '../../scripts/audit/rewards.ts';
import type { Stored } from '../../scripts/audit/stored.ts';
import { auditBounds } from './audit/bounds.ts';
import { auditCertificates } from './audit/certificates.ts';
import { auditConsents } from './audit/consents.ts';
import { auditFigures } from './audit/figures.ts';
import { auditLists } from './audit/lists.ts';
import { auditOnce } from './audit/once.ts';
import { auditTold } from './audit/told.ts';
import type { Attempt } from './history.ts';

/** Who opens what is sealed: lists of classes. */
interface Opening {
  readonly vault: Vault;
  readonly district: string;
}

/** @returns what is wrong, in words; nothing when all is well. `now` is when everything due had been done */
export function audit(stored: Stored, attempts: readonly Attempt[], now: number, opening: Opening): string[] {
  return [
    ...auditLedger(stored, now),
    ...auditMerges(stored),
    ...auditRewards(stored, now),
    ...auditGifts(stored),
    ...auditHours(stored, now),
    ...auditBonuses(stored),
    ...auditChanges(stored),
    ...auditBounds(stored),
    ...auditConsents(stored, now),
    ...auditOnce(stored, now),
    ...auditLists(stored, opening),
    ...auditCertificates(stored, opening.vault),
    ...auditFigures(stored),
    ...auditTold(stored, attempts),
  ];
}
