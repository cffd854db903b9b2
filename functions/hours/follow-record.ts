/** One of my records: the steps it has taken, and whom it waits for, by role and never by name. */
import type { hours, RecordState } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { recordAt, recordOf, type ServiceRecord } from './rows.ts';
import { showRecord } from './show.ts';

type Route = (typeof hours)['GET /api/me/records/{shift}'];

export async function followMyRecord({ who, params }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const [item] = await tools.store.get([recordAt(who.district, params.shift, who.person)]);
  if (!item) throw new Problem('not_found');
  const record = recordOf(item);
  const { name, place, state } = record;
  return { ...showRecord(record), name, place, waitsFor: waitsFor[state], steps: stepsOf(record) };
}

const waitsFor = {
  recorded: 'leader',
  sent_back: 'leader',
  confirmed: 'approver',
  published: 'publicity',
  final: undefined,
} as const satisfies Record<RecordState, string | undefined>;

function stepsOf({ state, ...record }: ServiceRecord): Answer<Route>['steps'] {
  const step = (of: RecordState, at?: number) => ({
    state: of,
    at: at === undefined ? undefined : new Date(at).toISOString(),
  });
  return [
    step('recorded', record.recordedAt),
    ...(state === 'sent_back' ? [step('sent_back', record.sentBackAt)] : []),
    step('confirmed', record.confirmedAt),
    step('published', record.approvedAt),
    step('final', record.finalAt),
  ];
}
