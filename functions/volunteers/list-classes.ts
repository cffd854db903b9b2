/** A school's classes as they are called this school year, youngest first, or a community's grown volunteers. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { classLabel } from '../../shared/rules/classes.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readClasses } from './classes.ts';

type Route = (typeof volunteers)['GET /api/classes'];

export async function listClasses({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const kind = who.units.get(query.school)?.kind;
  const hasClasses = kind === 'school' || kind === 'community';
  if (!hasClasses || !who.units.covers(who.post.unit, query.school)) throw new Problem('not_found');
  const year = schoolYear(shanghaiDay(now));
  const classes = await readClasses(tools, who.district, query.school);
  return { items: classes.map(({ size, ...of }) => ({ ...of, label: classLabel(of, year), volunteers: size })) };
}
