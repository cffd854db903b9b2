/** The owner of a record asks whoever it waits for, once at each step; it shows on that person's list. */
import type { hoursFollow } from '../../shared/contracts/hours-follow.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { recordAt, recordOf } from './rows.ts';
import { isAsked, waitOf } from './standing.ts';

type Route = (typeof hoursFollow)['POST /api/me/records/{shift}/ask'];

const attemptsMax = 12;

export async function askAbout({ who, params, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const at = recordAt(who.district, params.shift, subjectOf(who));
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([at]);
    if (!item) throw new Problem('not_found');
    const record = recordOf(item);
    const wait = waitOf(record);
    // Publicity waits for a day, and nobody can bring it on.
    if (!wait || wait.for === 'publicity') throw new Problem('record_not_open');
    if (isAsked(record)) return { asked: wait.for };
    const outcome = await tools.store.transact(`ask#${params.shift}#${record.volunteer}#${record.rev}#${attempt}`, [
      {
        ...at,
        update: { set: { asked: { rev: record.rev, at: now } } },
        when: [['rev', '=', record.rev]],
        or: 'lost_race',
      },
    ]);
    if (outcome.done) return { asked: wait.for };
  }
  throw new Problem('busy', { retryAfter: 1 });
}
