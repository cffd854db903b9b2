/** A school's classes as they are called this school year, youngest first. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { classLabel, stages } from '../../shared/rules/classes.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { classesOf, parseClass, type SchoolClass } from './rows.ts';

type Route = (typeof volunteers)['GET /api/classes'];

export async function listClasses({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const isSchool = who.units.get(query.school)?.kind === 'school';
  if (!isSchool || !who.units.covers(who.post.unit, query.school)) throw new Problem('not_found');
  const year = schoolYear(shanghaiDay(now));
  const items = (await readAll(tools.store, classesOf(who.district, query.school))).flatMap((item) => {
    const id = String(item.class);
    const found = parseClass(id);
    return found ? [{ id, ...found, label: classLabel(found, year), volunteers: Number(item.size) }] : [];
  });
  return { items: items.sort(youngestFirst) };
}

const youngestFirst = (a: SchoolClass, b: SchoolClass) =>
  stages.indexOf(a.stage) - stages.indexOf(b.stage) || b.entryYear - a.entryYear || a.number - b.number;
