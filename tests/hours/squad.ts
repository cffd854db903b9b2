/** A team with its leader, its unit's approver and pupils of chosen ages, ready to serve. */
import { joiningWrite } from '../../functions/teams/rows.ts';
import { volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import { activate } from '../../scripts/local/actions.ts';
import type { Client, Output } from '../../scripts/local/client.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { SettingKey } from '../../shared/rules/setting-catalogue.ts';
import { schoolMorning } from '../harness.ts';
import { jpeg, picture } from '../pictures.ts';
import { type District, openDistrict } from '../teams/school.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export interface Squad {
  readonly district: District;
  readonly team: string;
  readonly leader: Client;
  readonly approver: Client;
  /** Fourteen-year-olds, members of the team. */
  readonly members: string[];
  readonly logins: { readonly leader: string; readonly approver: string };
  /** Sessions of staff end overnight: leader and approver sign in again at the world's time. */
  signIn(): Promise<void>;
}

/** Of every squad's leader and approver. */
export const password = 'Cranes above the quiet lake 5';
let squads = 0;

export async function openSquad({
  members = 2,
  district,
}: {
  members?: number;
  district?: District;
} = {}): Promise<Squad> {
  const place = district ?? (await openDistrict());
  const { id: team } = await place.administrator.must('POST /api/teams', {
    body: { unit: place.east.unit, name: '青荷队' },
  });
  squads++;
  const logins = { leader: `squad-${squads}-leader`, approver: `squad-${squads}-approver` };
  const { world, administrator, east } = place;
  const [leader, approver] = [world.client(), world.client()];
  const leading = await administrator.must('POST /api/teams/{team}/leaders', {
    params: { team },
    body: { login: logins.leader, name: '刘领队' },
  });
  await activate(leader, leading.code, password);
  const approving = { login: logins.approver, name: '陈老师', role: 'approver', scope: east.unit } as const;
  await activate(approver, (await administrator.must('POST /api/staff', { body: approving })).code, password);
  const signIn = async () => {
    await leader.must('POST /api/sessions', { body: { login: logins.leader, password } });
    await approver.must('POST /api/sessions', { body: { login: logins.approver, password } });
  };
  const squad = { district: place, team, leader, approver, members: [] as string[], logins, signIn };
  for (let count = 0; count < members; count++) await addMember(squad);
  return squad;
}

let numbers = 0;
interface Born {
  readonly birthDate?: string;
  readonly consented?: boolean;
  readonly name?: string;
}

/** A pupil of the team, fourteen years old unless said. */
export async function addMember(squad: Squad, born: Born = {}): Promise<string> {
  const id = await addPupil(squad.district, born);
  const { world, id: district } = squad.district;
  // Straight into the team: also a child whose guardian has withdrawn the consent since joining.
  await world.store.transact(`JOIN#${id}`, [joiningWrite(district, squad.team, id, world.now)]);
  squad.members.push(id);
  return id;
}

export async function addPupil({ id: district, world, east }: District, born: Born = {}): Promise<string> {
  const { birthDate = '2011-09-15', consented = false, name = '张小明' } = born;
  const { tools, now } = world;
  const id = tools.newId(now);
  const number = `2024${String(++numbers).padStart(5, '0')}`;
  const consent = { method: 'paper', textVersion: '1', signedOn: '2026-02-20', at: now, by: id } as const;
  const row = volunteerRow(district, tools.vault, {
    id,
    ver: 1,
    school: east.unit,
    class: `${east.unit}-junior-2024-2`,
    personal: { name, number, birthDate },
    status: 'active',
    ...(consented && { consent }),
  });
  await tools.store.transact(`PUPIL#${id}`, [{ ...volunteerAt(district, id), put: row }]);
  return id;
}

interface Served {
  readonly from?: number;
  readonly minutes?: number;
  readonly accompanied?: boolean;
}
/** The body of a shift that ended an hour before the school morning. */
export function shiftAsk(
  { from = schoolMorning - 3 * hourMs, minutes = 120, accompanied }: Served,
  participants: readonly string[],
) {
  return {
    name: '路口引导',
    place: '东门路口',
    content: '引导同学过马路',
    category: 'order' as const,
    risk: '站在人行道内',
    contact: '值班老师',
    makeUpReason: '领队生病，补上',
    peopleServed: 30,
    accompanied,
    from: new Date(from).toISOString(),
    to: new Date(from + minutes * 60_000).toISOString(),
    participants: participants.map((volunteer) => ({ volunteer })),
  };
}
/** What is entered late comes with the photo of its paper. */
export async function recordShift(squad: Squad, served: Served = {}, participants = squad.members): Promise<string> {
  const { shift } = await squad.leader.must('POST /api/shifts', { body: shiftAsk(served, participants) });
  if (shift.makeUpReason !== undefined) await photograph(squad, shift.id);
  return shift.id;
}
export const photograph = ({ leader }: Squad, shift: string) =>
  leader.must('PUT /api/shifts/{shift}/photo', { params: { shift }, body: picture('image/jpeg', jpeg()) });

type Bulk = Output<'POST /api/shifts/{shift}/confirmation'>;
export const outcomes = ({ items }: Bulk) => items.map(({ outcome }) => outcome);
export const confirmAll = ({ leader }: Squad, shift: string) =>
  leader.must('POST /api/shifts/{shift}/confirmation', { params: { shift }, body: {} });
export const approveAll = ({ approver }: Squad, shift: string) =>
  approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
export const recordsOf = async ({ leader }: Squad, shift: string) =>
  (await leader.must('GET /api/shifts/{shift}', { params: { shift } })).records;

/** The district sets a rule from the world's day on. */
export async function setRule({ district: { administrator, world } }: Squad, key: SettingKey, value: number) {
  const from = shanghaiDay(world.now);
  await administrator.must('POST /api/rules', { body: { key, value, from } });
}

/** How the district's administrator signs in again after a night. */
export const administratorOf = (foundedAt = schoolMorning) => ({
  login: `admin-${foundedAt}-${'青桥区'.codePointAt(0)}`,
  password: 'Spring wind over the river 7',
});
