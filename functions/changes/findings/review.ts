/** Whoever was found to have entered a record on purpose: what he entered late in twelve months is looked at again. */

import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import { monthsAfter } from '../../../shared/rules/star-conditions.ts';
import { listForReview } from '../../hours/index.ts';
import type { Item } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { changeOf, type Finding, isChange } from '../rows.ts';

/** Months looked back at (`docs/rules.md`). */
const monthsReviewed = 12;

export function reviewNeeded(row: Item | undefined): Finding | undefined {
  const change = row && isChange(row) ? changeOf(row) : undefined;
  return change?.kind === 'finding' && change.about === 'recorder' && change.state === 'approved' ? change : undefined;
}

export function reviewEntries(tools: Tools, finding: Finding): Promise<void> {
  const { district, teams, recordedBy, decidedAt = finding.proposedAt } = finding;
  const to = shanghaiDay(decidedAt);
  return listForReview(tools, {
    district,
    teams,
    recordedBy,
    from: monthsAfter(to, -monthsReviewed),
    to,
    at: decidedAt,
  });
}
