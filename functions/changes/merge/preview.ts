/** Two registrations side by side, and what the one that goes on would hold. Nothing is written. */
import type { merges } from '../../../shared/contracts/merges.ts';
import type { Answer } from '../../../shared/contracts/route.ts';
import { shanghaiDay } from '../../../shared/rules/calendar.ts';
import type { Ask } from '../../platform/ask.ts';
import type { Who } from '../../platform/identity/who.ts';
import { iso } from '../../platform/instant.ts';
import type { Tools } from '../../platform/tools.ts';
import { classLabel } from '../../volunteers/index.ts';
import { readPair, type Side } from './pair.ts';

type Route = (typeof merges)['GET /api/merges/preview'];

export async function previewMerge({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { kept, merged, overlaps, obstacles } = await readPair(tools, who, query, now);
  type Service = (typeof overlaps)[number][number];
  const service = ({ name, from, to }: Service) => ({ name, from: iso(from), to: iso(to) });
  return {
    kept: showSide(who, kept, now),
    merged: showSide(who, merged, now),
    after: {
      minutes: kept.balance.minutes + merged.balance.minutes,
      points: kept.points + merged.points,
      debt: kept.balance.debt + merged.balance.debt,
    },
    overlaps: overlaps.map(([one, other]) => ({ kept: service(one), merged: service(other) })),
    obstacles: [...obstacles],
  };
}

function showSide({ units }: Who, side: Side, now: number) {
  const { person, activated, balance, points, served, gifts, openRedemptions, teams } = side;
  const { id, name, number, birthDate, active, consented, school } = person;
  return {
    ...{ id, name, number, birthDate, active, activated, consented, points, gifts, openRedemptions },
    class: classLabel(person, shanghaiDay(now)),
    school: units.get(school)?.name ?? '',
    records: served.counted.length - served.open.length,
    openRecords: served.open.length,
    minutes: balance.minutes,
    debt: balance.debt,
    teams: [...teams],
  };
}
