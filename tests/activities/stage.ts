/** A team with its leader, signed-in pupils, and activities to sign up for. */
import { joiningWrite } from '../../functions/teams/rows.ts';
import type { Client, Input } from '../../scripts/local/client.ts';
import { makeWorld, schoolMorning, type World } from '../harness.ts';
import { hourMs, openSquad, type Squad } from '../hours/squad.ts';
import { type District, openDistrict, type Pupil, welcome } from '../teams/school.ts';

export const minuteMs = 60_000;
export const dayMs = 24 * hourMs;
export { hourMs };

export interface Stage {
  readonly squad: Squad;
  readonly world: World;
  readonly district: District;
  readonly leader: Client;
  readonly team: string;
}
export async function openStage(world: World = makeWorld()): Promise<Stage> {
  const squad = await openSquad({ members: 0, district: await openDistrict(world) });
  return { squad, world, district: squad.district, leader: squad.leader, team: squad.team };
}

/** A pupil of the team with a phone, fourteen years old. */
export async function joinTeam({ district, world, team }: Stage): Promise<Pupil> {
  const pupil = await welcome(district, district.east);
  await world.store.transact(`JOIN#${pupil.id}`, [joiningWrite(district.id, team, pupil.id, world.now)]);
  return pupil;
}
export const joinAll = (stage: Stage, count: number): Promise<Pupil[]> =>
  Promise.all(Array.from({ length: count }, () => joinTeam(stage)));

type Body = Input<'POST /api/activities'>['body'];
/** Two days from the school morning, 14:00 to 16:00 in Shanghai. */
export const shiftStart = schoolMorning + 2 * dayMs + 4 * hourMs;
export const shiftEnd = shiftStart + 2 * hourMs;
export const iso = (at: number) => new Date(at).toISOString();

export const activityAsk = (more: Partial<Body> = {}): Body => ({
  name: '河岸清洁',
  place: '南河公园东门',
  content: '捡拾河岸的垃圾',
  category: 'environment',
  risk: '离水边两米以外',
  contact: '刘老师 值班电话',
  roles: [{ name: '保洁员', places: 2 }],
  conditions: {},
  accompanied: false,
  audience: 'team',
  ...(more.duty ? {} : { shifts: [{ from: iso(shiftStart), to: iso(shiftEnd) }] }),
  ...more,
});

/** Room for a whole class. */
export const roomy = { roles: [{ name: '保洁员', places: 60 }] };

/** Crossing guards on school days, morning and afternoon, in the weeks around Qingming 2026. */
export const crossing = {
  weekdays: [1, 2, 3, 4, 5],
  spans: [
    { from: '07:20', to: '07:50' },
    { from: '16:20', to: '16:50' },
  ],
  first: '2026-03-30',
  last: '2026-04-10',
  schoolDays: true,
};

/** Publishes and gives the first shift. */
export async function publish({ leader }: Stage, more: Partial<Body> = {}): Promise<string> {
  const { shifts } = await leader.must('POST /api/activities', { body: activityAsk(more) });
  return shifts[0]?.id ?? '';
}
export const signUp = ({ client }: Pupil, shift: string, role = 0) =>
  client.must('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: { role } });
/** The leader puts people on the list. */
export const signUpAll = ({ leader }: Stage, shift: string, volunteers: string[]) =>
  leader.must('POST /api/activity-shifts/{shift}/sign-ups', { params: { shift }, body: { volunteers } });
export const codeOf = async ({ client }: Pupil, shift: string, role = 0) => {
  const said = await client.ask('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: { role } });
  return said.ok ? said.body.state : said.body.code;
};
export const stateOf = async (stage: Stage, shift: string, volunteer: string) => {
  const { people } = await session(stage, shift);
  return people.find((one) => one.volunteer === volunteer)?.state;
};
export const session = ({ leader }: Stage, shift: string) =>
  leader.must('GET /api/activity-shifts/{shift}', { params: { shift } });

type Noting = Input<'POST /api/activity-shifts/{shift}/attendance'>['body'];
export const note = ({ leader }: Stage, shift: string, body: Noting) =>
  leader.must('POST /api/activity-shifts/{shift}/attendance', { params: { shift }, body });

/** The leader makes the records of who attended. */
export const record = ({ leader }: Stage, shift: string) =>
  leader.ask('POST /api/activity-shifts/{shift}/records', { params: { shift }, body: {} });
/** What a call for many did to each, in the order asked. */
export const outcomes = ({ items }: { items: readonly { outcome: string; state?: string }[] }) =>
  items.map(({ outcome, state }) => (outcome === 'done' ? state : outcome));

export async function codeAt({ leader }: Stage, shift: string, phase: 'in' | 'out' = 'in') {
  const { items } = await leader.must('GET /api/activity-shifts/{shift}/codes', {
    params: { shift },
    query: { phase },
  });
  const [now] = items;
  if (!now) throw new Error('No code is shown');
  return now;
}

/** Moves the world to another time; whose session ended overnight signs in again. */
export async function goTo({ world, squad }: Stage, time: number, pupils: readonly Pupil[] = []): Promise<void> {
  const isLong = time - world.now > 10 * minuteMs;
  world.now = time;
  if (!isLong) return;
  await squad.signIn();
  for (const pupil of pupils) await pupil.signIn();
}
