import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { staffNames } from '../access/index.ts';
import type { Tools } from '../platform/tools.ts';
import type { ServiceRecord } from './rows.ts';

type Shown = Answer<(typeof hours)['GET /api/me/records/{shift}']>['correction'];

/** How a record was last corrected, with both names: its person is told by whom. */
export async function showCorrection(tools: Tools, { district, correction }: ServiceRecord): Promise<Shown> {
  if (!correction) return undefined;
  const { reason, at, minutesBefore, pointsBefore, proposedBy, by } = correction;
  const names = await staffNames(tools, district, [proposedBy, by]);
  return {
    reason,
    at: new Date(at).toISOString(),
    minutesBefore,
    pointsBefore,
    proposedBy: names.get(proposedBy) ?? '',
    decidedBy: names.get(by) ?? '',
  };
}
