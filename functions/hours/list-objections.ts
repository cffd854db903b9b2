/** The objections a unit has to decide on, the oldest first, with what was said. */
import type { objections } from '../../shared/contracts/objections.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readNaming, readPeople } from '../volunteers/index.ts';
import type { Objection } from './objection.ts';
import { classObjectionOf, isClassObjection, objectionsOf, openWords } from './objection-rows.ts';
import { recordOf } from './rows.ts';
import { showRecord } from './show.ts';

type Route = (typeof objections)['GET /api/objections'];

export async function listObjections({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, objectionsOf(who.district, query.unit), query);
  const [ofClasses, ofPeople] = [items.filter(isClassObjection), items.filter((item) => !isClassObjection(item))];
  const records = ofPeople.map(recordOf);
  const volunteers = records.map(({ volunteer }) => volunteer);
  const people = records.length === 0 ? [] : await readPeople(tools, who.district, volunteers);
  const naming = await readNaming(tools, who.district, people, shanghaiDay(now));
  const shown = records.flatMap((record, row) => {
    const { objection, name, place } = record;
    if (!objection) return [];
    const said = { by: objection.by, ...saidIn(tools, record, objection) };
    return [{ ...showRecord(record), person: naming(people[row]).name, name, place, objection: said }];
  });
  const classes = ofClasses
    .map(classObjectionOf)
    .map(({ id, shift, class: label, name, day, district, objection }) => ({
      ...{ id, shift, class: label, name, day },
      objection: saidIn(tools, { district, shift, volunteer: id }, objection),
    }));
  return { items: shown, classes, next };
}

const saidIn = (tools: Tools, place: Parameters<typeof openWords>[1], { reason, text, at }: Objection) => ({
  reason,
  text: openWords(tools, place, text),
  at: iso(at),
});
