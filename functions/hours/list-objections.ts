/** The objections a unit has to decide on, the oldest first, with what was said. */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readNaming, readPeople } from '../volunteers/index.ts';
import { objectionsOf, openWords } from './objection-rows.ts';
import { recordOf } from './rows.ts';
import { showRecord } from './show.ts';

type Route = (typeof objections)['GET /api/objections'];

export async function listObjections({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, objectionsOf(who.district, query.unit), query);
  const records = items.map(recordOf);
  const volunteers = records.map(({ volunteer }) => volunteer);
  const people = records.length === 0 ? [] : await readPeople(tools, who.district, volunteers);
  const naming = await readNaming(tools, who.district, people, shanghaiDay(now));
  const shown = records.flatMap((record, row) => {
    const { objection, name, place } = record;
    if (!objection) return [];
    const { by, reason, at } = objection;
    const said = { by, reason, text: openWords(tools, record, objection.text), at: new Date(at).toISOString() };
    return [{ ...showRecord(record), person: naming(people[row]).name, name, place, objection: said }];
  });
  return { items: shown, next };
}
