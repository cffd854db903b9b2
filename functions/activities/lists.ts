/** What a team has published, and its shifts: what an index shows decides nothing. */
import type { activities } from '../../shared/contracts/activities.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import { activitiesOfTeam, activityOf, shiftOf, shiftsOfTeam } from './rows.ts';
import { showActivity, showShift } from './show.ts';

type List = (typeof activities)['GET /api/activities'];
type ListShifts = (typeof activities)['GET /api/activity-shifts'];

export async function listActivities({ who, query }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  await mustReach(tools, who, query.team);
  const { items, next } = await pageOf(tools, activitiesOfTeam(who.district, query.team), query);
  return { items: items.map(activityOf).map(showActivity), next };
}

export async function listShifts({ who, query, now }: Ask<ListShifts>, tools: Tools): Promise<Answer<ListShifts>> {
  await mustReach(tools, who, query.team);
  const from = query.from === undefined ? now : Date.parse(query.from);
  const to = query.to === undefined ? undefined : Date.parse(query.to);
  const { items, next } = await pageOf(tools, shiftsOfTeam(who.district, query.team, { from, to }), query);
  return { items: items.map(shiftOf).map(showShift), next };
}

async function mustReach(tools: Tools, { district, post, units }: Who, id: string): Promise<void> {
  const team = await readTeam(tools, district, id);
  const reaches = team && (post.role === 'leader' ? post.scope === id : units.covers(post.unit, team.unit));
  if (!reaches) throw new Problem('not_found');
}
