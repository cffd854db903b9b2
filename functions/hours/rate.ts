/**
 * A leader says how well each of a shift's people did, until the record is final: then it counts for the stars, once.
 * Nobody rates oneself or an own child.
 */
import type { ratings } from '../../shared/contracts/ratings.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { postsOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { changeRows, recordsToChange } from './change-rows.ts';
import { childrenIn } from './children.ts';
import { readShift } from './read-shift.ts';
import { recordAt, type ServiceRecord } from './rows.ts';

type Route = (typeof ratings)['PUT /api/shifts/{shift}/ratings'];

const closed: readonly ServiceRecord['state'][] = ['final', 'corrected', 'rejected'];

export async function rateParticipants({ who, params, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const shift = await readShift(tools, who, params.shift);
  const said = new Map(body.ratings.map(({ volunteer, ...rating }) => [volunteer, rating]));
  const records = await recordsToChange(tools, who.district, shift.id, [...said.keys()]);
  const children = childrenIn(await postsOf(tools, who));
  const items = await changeRows(tools, records, async ({ volunteer, state }) => {
    if (volunteer === who.person) throw new Problem('own_hours');
    if (children.has(volunteer)) throw new Problem('relative_hours');
    if (closed.includes(state)) throw new Problem('record_not_open');
    const { quality, tags = [] } = said.get(volunteer) ?? { quality: 0 };
    const rating = { quality, tags: [...new Set(tags)], by: who.person, at: now };
    return {
      operation: `rate#${shift.id}#${volunteer}#${now}`,
      writes: [
        {
          ...recordAt(who.district, shift.id, volunteer),
          update: { set: { rating }, add: { ratedTimes: 1 } },
          when: [['state', '=', state]],
          or: 'lost_race',
        },
      ],
    };
  });
  return { items };
}
