/** Whose login card is to be printed anew: one row for each pupil, until the card is printed. */
import type { cardRequests } from '../../shared/contracts/card-requests.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { staffNames } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem.ts';
import type { Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, readPeople } from './people.ts';
import { version } from './rows.ts';

type Route = (typeof cardRequests)['GET /api/card-requests'];

const prefix = 'CARD#';
const pk = (district: string, school: string) => `T#${district}#SCHOOL#${school}`;
export const cardRequestAt = (district: string, school: string, vid: string): Target => ({
  table: 'Volunteers',
  key: { pk: pk(district, school), sk: prefix + vid },
});
/** Asked once: asking again leaves the first request as it is. */
export const cardRequestWrite = (
  district: string,
  { id, school }: { readonly id: string; readonly school: string },
  { by, at }: { readonly by: string; readonly at: number },
): Write => ({
  ...cardRequestAt(district, school, id),
  put: { v: version, volunteer: id, by, at },
  when: [['pk', 'absent']],
  or: 'lost_race',
});

export async function listCardRequests({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, post, units } = who;
  if (!units.covers(post.unit, query.unit)) throw new Problem('not_found');
  const list = { table: 'Volunteers' as const, pk: pk(district, query.unit), sk: { prefix } };
  const { items, next } = await pageOf(tools, list, query);
  if (items.length === 0) return { items: [], next };
  const [people, names] = await Promise.all([
    readPeople(
      tools,
      district,
      items.map(({ volunteer }) => String(volunteer)),
    ),
    staffNames(
      tools,
      district,
      items.map(({ by }) => String(by)),
    ),
  ]);
  const today = shanghaiDay(now);
  const shown = items.flatMap(({ by, at }, index) => {
    const person = people[index];
    if (!person?.active) return [];
    const { id: volunteer, name, number, class: classId } = person;
    const asked = { askedBy: names.get(String(by)) ?? '', askedAt: new Date(Number(at)).toISOString() };
    return [{ volunteer, name, number, class: classLabel(person, today), classId, ...asked }];
  });
  return { items: shown, next };
}
