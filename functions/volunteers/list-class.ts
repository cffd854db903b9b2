/** A class list in order of student number: who still needs a guardian's consent, who has a PIN. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import { ageOn } from '../../shared/rules/ages.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { classLabel } from '../../shared/rules/classes.ts';
import { activatedOf } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { openCursor, sealCursor } from '../platform/http/cursor.ts';
import type { Tools } from '../platform/tools.ts';
import { ownClass } from './own-class.ts';
import { consentOf, readPeople } from './people.ts';

type Route = (typeof volunteers)['GET /api/classes/{class}/volunteers'];

export async function listClass({ who, params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { of, directory } = await ownClass(who, tools, params.class);
  const list = `${who.district}|${directory.class}`;
  const last = query.cursor === undefined ? undefined : openCursor(tools, list, query.cursor);
  const start = directory.lines.findIndex(({ vid }) => vid === last) + 1;
  const lines = directory.lines.slice(start, start + query.limit);
  const vids = lines.map(({ vid }) => vid);
  const today = shanghaiDay(now);
  const [people, activated, settings] = await Promise.all([
    readPeople(tools, who.district, vids),
    activatedOf(tools, who.district, vids),
    readSettings(tools, who.district, today),
  ]);
  const label = classLabel(of, schoolYear(today));
  const items = lines.map(({ vid, name, number, birthDate }, at) => {
    const age = ageOn(birthDate, today);
    const consent = consentOf({ birthDate, consented: people[at]?.consented ?? false }, today, settings);
    return { id: vid, name, number, class: label, age, consent, activated: activated[at] ?? false } as const;
  });
  const isLast = start + query.limit >= directory.lines.length;
  return { items, next: isLast ? undefined : sealCursor(tools, list, vids.at(-1) ?? '') };
}
