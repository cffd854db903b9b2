/** A leader or a school notes who has a skill or was trained; noting it again changes nothing. */
import type { activities } from '../../shared/contracts/activities.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { problems } from '../../shared/problems.ts';
import type { Ask } from '../platform/ask.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { qualificationsAt, qualificationsOf, qualificationWrite } from './part-rows.ts';
import { readPersons } from './read.ts';

type Route = (typeof activities)['POST /api/qualifications'];

const attemptsMax = 12;

export async function qualify({ who, body, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, post, units } = who;
  const volunteers = [...new Set(body.volunteers)];
  const people = await readPersons(tools, district, volunteers);
  const members = post.role === 'leader' ? await membersOf(tools, district, post.scope, volunteers) : [];
  const items: Answer<Route>['items'] = [];
  for (const [at, id] of volunteers.entries()) {
    const person = people[at];
    const isOurs = person && (members[at] || (post.role !== 'leader' && units.covers(post.unit, person.school)));
    const code = isOurs ? await note(tools, district, id, body.name, who.person, now) : 'not_found';
    items.push(code === 'done' ? { id, outcome: code } : { id, outcome: code, title: problems[code].title });
  }
  return { items };
}

async function note(tools: Tools, district: string, id: string, name: string, by: string, now: number) {
  const target = qualificationsAt(district, id);
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([target]);
    if (qualificationsOf(item).includes(name)) return 'done';
    const write = qualificationWrite(target, item, name, by, now);
    if ((await tools.store.transact(`skill#${id}#${now}#${attempt}`, [write])).done) return 'done';
  }
  return 'busy';
}
