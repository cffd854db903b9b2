/**
 * The founding case: a district as it was when the time bank began, played through the application itself: rosters
 * imported, cards used, teams founded, weeks of service recorded, confirmed, approved and made final by the clock.
 */
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { activate, classVolunteers, commitRoster, previewRoster } from './actions.ts';
import type { Client } from './client.ts';
import type { DemoStage } from './demo-stage.ts';
import { type FoundingSize, minutesOf, rosterOf } from './founding-size.ts';

const password = 'the first day of the bank 2026';
const pin = '482951';
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Sunday, 1 March 2026, 18:00 in Shanghai: a term begins. */
export const firstSunday = Date.parse('2026-03-01T10:00:00Z');
const shiftFromHour = 13;
const membersPerCall = 45;
/** Publicity and the holidays on its way are over. */
const lastDays = 21;

interface School {
  readonly id: string;
  readonly staff: Readonly<Record<'leader' | 'approver', string>>;
  readonly teams: readonly { readonly id: string; readonly members: readonly string[] }[];
}

/** @returns the figures at the end, as `GET /api/figures` tells them */
export async function playFounding(stage: DemoStage, size: FoundingSize, say: (line: string) => void) {
  const administrator = stage.client();
  const asked = { districtName: '启明区', login: 'district', name: '区管理员', now: stage.now };
  const founded = await foundDistrictWithAdministrator(stage.tools, asked);
  if (!founded) throw new Error('The district is there already');
  await activate(administrator, founded.code, password);
  const schools: School[] = [];
  for (let number = 1; number <= size.schools; number++) {
    schools.push(await openSchool(stage, administrator, { number, district: founded.district, size }));
    say(`school ${number} of ${size.schools}: roster, cards and teams`);
  }
  for (let sunday = 0; sunday < Math.max(...size.sundaysOfTeams); sunday++) {
    stage.now += 7 * dayMs;
    for (const [at, school] of schools.entries()) await serve(stage, school, size, { school: at, sunday });
    await stage.tick();
    say(`Sunday ${sunday + 1}: served and approved`);
  }
  stage.now += lastDays * dayMs;
  await stage.tick();
  await administrator.must('POST /api/sessions', { body: { login: 'district', password } });
  return administrator.must('GET /api/figures', { query: { unit: founded.district } });
}

interface Opening {
  readonly number: number;
  readonly district: string;
  readonly size: FoundingSize;
}

async function openSchool(stage: DemoStage, administrator: Client, { number, district, size }: Opening) {
  await administrator.must('POST /api/sessions', { body: { login: 'district', password } });
  const body = { kind: 'school', name: `第${number}中学`, parent: district, code: String(110_000 + number) } as const;
  const { id } = await administrator.must('POST /api/units', { body });
  const bytes = Buffer.from(rosterOf(number, size));
  const preview = await previewRoster(administrator, { name: 'roster.csv', bytes, unit: id }, stage.settle);
  await commitRoster(administrator, preview.id, stage.settle);
  const { items: classes } = await administrator.must('GET /api/classes', { query: { school: id } });
  for (const { id: group } of classes.slice(0, size.onlineClasses)) await useCards(stage, administrator, group);
  await administrator.must('POST /api/session/proof', { body: { password } });
  const approver = `approver-${number}`;
  const post = { login: approver, name: '何老师', role: 'approver', scope: id } as const;
  await activate(stage.client(), (await administrator.must('POST /api/staff', { body: post })).code, password);
  const leader = `leader-${number}`;
  const teams: School['teams'][number][] = [];
  for (const [at, { id: group }] of classes.slice(0, size.sundaysOfTeams.length).entries()) {
    const team = { unit: id, name: `第${number}中学第${at + 1}队`, brand: '小手牵大手' };
    const members = (await classVolunteers(administrator, group)).map((one) => one.id);
    teams.push({ id: await foundTeam(stage, administrator, team, { leader, members }), members });
  }
  await stage.settle();
  return { id, staff: { leader, approver }, teams };
}

/** Every pupil of the class sets a PIN; a school is one address, so that a class takes its time. */
async function useCards(stage: DemoStage, administrator: Client, group: string): Promise<void> {
  const params = { class: group };
  // Printing cards needs a proof that is fresh.
  await administrator.must('POST /api/session/proof', { body: { password } });
  const { items } = await administrator.must('POST /api/classes/{class}/activation-codes', { params, body: {} });
  stage.now += minuteMs;
  await Promise.all(items.map(({ code }) => stage.client().must('POST /api/activations', { body: { code, pin } })));
}

async function foundTeam(
  stage: DemoStage,
  administrator: Client,
  body: { unit: string; name: string; brand: string },
  { leader, members }: { leader: string; members: readonly string[] },
): Promise<string> {
  const { id: team } = await administrator.must('POST /api/teams', { body });
  const invited = await administrator.must('POST /api/teams/{team}/leaders', {
    params: { team },
    body: { login: leader, name: '周老师' },
  });
  if (invited.code) await activate(stage.client(), invited.code, password);
  for (let at = 0; at < members.length; at += membersPerCall) {
    const volunteers = members.slice(at, at + membersPerCall);
    await administrator.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers } });
  }
  return team;
}

/** The school's Sunday: the leader records and confirms, the approver approves. */
async function serve(
  stage: DemoStage,
  { staff, teams }: School,
  size: FoundingSize,
  { school, sunday }: { school: number; sunday: number },
): Promise<void> {
  const [leader, approver] = [stage.client(), stage.client()];
  await leader.must('POST /api/sessions', { body: { login: staff.leader, password } });
  await approver.must('POST /api/sessions', { body: { login: staff.approver, password } });
  const { posts } = await leader.must('GET /api/session', {});
  const from = startOfDay(shanghaiDay(stage.now)) + shiftFromHour * 60 * minuteMs;
  for (const [at, { id: team, members }] of teams.entries()) {
    if (sunday >= (size.sundaysOfTeams[at] ?? 0)) continue;
    const post = posts.find(({ scope }) => scope === team)?.id ?? '';
    await leader.must('POST /api/session/post', { body: { post } });
    const minutes = minutesOf(size, { school, team: at, sunday });
    const { shift } = await leader.must('POST /api/shifts', { body: shiftBody(from, minutes, members) });
    const params = { shift: shift.id };
    await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
    const approved = await approver.must('POST /api/shifts/{shift}/approval', { params, body: {} });
    if (approved.items.some(({ outcome }) => outcome !== 'done')) throw new Error('A record was not approved');
  }
  await stage.settle();
}

const shiftBody = (from: number, minutes: number, members: readonly string[]) => ({
  name: '清河护绿',
  place: '滨河公园',
  content: '捡拾河岸垃圾',
  category: 'environment' as const,
  risk: '站在安全处，由老师陪同',
  contact: '周老师',
  from: new Date(from).toISOString(),
  to: new Date(from + minutes * minuteMs).toISOString(),
  participants: members.map((volunteer) => ({ volunteer })),
});
