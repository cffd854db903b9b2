/** Which way points went, by the kind of entry; what a merge carries over went nowhere. */
import type { EntryKind } from '../../shared/contracts/ledger.ts';
import { named } from './rows.ts';
import type { Sums } from './sums.ts';

const kindsOf = {
  issued: ['service', 'bonus', 'correct', 'adjust', 'waive'],
  spent: ['redeem', 'return'],
  expired: ['expire'],
  pool: ['donate', 'surplus', 'goodwill'],
} as const satisfies Record<string, readonly EntryKind[]>;
type Flow = keyof typeof kindsOf;
const flows = Object.keys(kindsOf) as Flow[];

export const flowOf = (kind: EntryKind): Flow | undefined =>
  flows.find((flow) => (kindsOf[flow] as readonly EntryKind[]).includes(kind));

/** What went out counts as a number above zero. */
export function pointsIn(sums: Sums): Record<Flow, number> {
  const of = (flow: Flow) => kindsOf[flow].reduce((sum, kind) => sum + (sums[named.points(kind)] ?? 0), 0);
  return { issued: of('issued'), spent: 0 - of('spent'), expired: 0 - of('expired'), pool: 0 - of('pool') };
}
