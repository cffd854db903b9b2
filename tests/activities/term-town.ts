/** The town of the term: schools, teams and pupils by their slices' own rows, and a way to run the real stories. */
import { activitiesCapability, attendanceCapability, signUpsCapability } from '../../functions/activities/index.ts';
import { rulesAt, rulesWrite, unitsWrite } from '../../functions/district/rows.ts';
import { hoursCapability } from '../../functions/hours/index.ts';
import { runStory } from '../../functions/platform/http/run-story.ts';
import type { Capability } from '../../functions/platform/http/story.ts';
import type { Post, Who } from '../../functions/platform/identity/who.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { foundingWrites, joiningWrite } from '../../functions/teams/rows.ts';
import { type ContractName, contracts } from '../../shared/contracts/index.ts';
import { type Unit, unitTree } from '../../shared/rules/units.ts';
import { pupilWrite, toolMaker } from '../simulation/founding.ts';
import type { Random } from '../simulation/random.ts';

export const size = { schools: 23, teams: 90, pupils: 600, days: 100 } as const;

export interface Team {
  readonly id: string;
  readonly unit: string;
  readonly at: number;
  readonly leader: Who;
  readonly approver: Who;
  readonly members: string[];
}
type Answered = { items?: { id: string; outcome: string }[]; shifts?: { id: string; from: string }[] };
export interface Town {
  readonly district: string;
  readonly schools: readonly string[];
  readonly teams: readonly Team[];
  readonly tools: Tools;
  now: number;
  ask(name: ContractName, actor: Who, params: object, body: object): Promise<Answered>;
}

export async function foundTown(random: Random, start: number): Promise<Town> {
  const town = { now: start };
  const tools = toolMaker(random)(memoryStore({ now: () => town.now }));
  const newId = () => tools.newId(start);
  const district = newId();
  const root: Unit = { id: newId(), kind: 'district', name: '青桥区' };
  const schools = Array.from({ length: size.schools }, (_, at): Unit => {
    return { id: newId(), kind: 'school', name: `第${at + 1}学校`, parent: root.id, code: String(330_101 + at) };
  });
  const units = unitTree([root, ...schools]);
  const who = (role: Post['role'], scope: string, unit: string): Who => {
    const id = newId();
    return { district, account: id, person: id, post: { id, role, scope, unit }, units, session: '' };
  };
  const rules = rulesWrite(rulesAt(district), { ver: 0, versions: [] });
  await tools.store.transact('found', [unitsWrite(district, { ver: 0, units: [root, ...schools] }), rules]);
  const approvers = schools.map(({ id }) => who('approver', id, id));
  const teams = Array.from({ length: size.teams }, (_, at): Team => {
    const approver = approvers[at % size.schools] as Who;
    const [id, unit] = [newId(), approver.post.unit];
    return { id, unit, at, leader: who('leader', id, unit), approver, members: [] };
  });
  for (const { id, unit, at } of teams) {
    await tools.store.transact(`team#${id}`, foundingWrites(district, units, { id, unit, name: `护学队${at + 1}` }));
  }
  for (let at = 0; at < size.pupils; at++) {
    const { id, unit, members, at: number } = teams[at % size.teams] as Team;
    const pupil = who('volunteer', newId(), unit);
    await tools.store.transact(`pupil#${pupil.person}`, [
      pupilWrite(tools, pupil, unit, number % 3 === 0 ? 'junior' : 'primary'),
      joiningWrite(district, id, pupil.person, start),
    ]);
    members.push(pupil.person);
  }
  const ask = await asker(tools, town);
  return Object.assign(town, { district, schools: schools.map(({ id }) => id), teams, tools, ask });
}

async function asker(tools: Tools, town: { readonly now: number }): Promise<Town['ask']> {
  const capabilities: Capability[] = [activitiesCapability, signUpsCapability, attendanceCapability, hoursCapability];
  const loaded = await Promise.all(capabilities.map((one) => one.load()));
  const stories = Object.assign({}, ...loaded.map((one) => one.stories));
  let keys = 0;
  const wire = { address: '::1', origin: 'https://bank', setSession: () => undefined };
  return async (name, who, params, body) => {
    const request = { who, params, query: {}, body, now: town.now, key: `key-${++keys}`, wire };
    const { answer } = await runStory(name, contracts[name], stories[name], request as never, tools);
    return answer as Answered;
  };
}
