/** The demo's people and places: a school of three classes, three teams, everybody who works there, all made up. */
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { activate, classVolunteers, commitRoster, consentAll, previewRoster } from './actions.ts';
import type { Client } from './client.ts';
import type { DemoStage } from './demo-stage.ts';

export const password = 'demo-time-bank-2026';
export const pin = '482951';
export const schoolCode = '110001';
export const firstNumber = '2026080101';
export const guardianLogin = 'parent';

export interface Cast {
  readonly district: Client;
  readonly school: Client;
  readonly approver: Client;
  readonly leader: Client;
  readonly desk: Client;
  /** Pupils who set a PIN; the first is the one that newcomers sign in as. */
  readonly pupils: readonly Client[];
}
export interface Team {
  readonly id: string;
  readonly members: readonly string[];
}
export interface Places {
  readonly unit: string;
  readonly desk: string;
  readonly teams: readonly Team[];
}
interface School {
  readonly unit: string;
  readonly desk: string;
}

const teams = [
  { name: '示范小小志愿者', brand: '小手牵大手', grade: '七' },
  { name: '图书角小队', brand: '书香少年', grade: '五' },
  { name: '护河小队', brand: undefined, grade: '四' },
] as const;
const classes = [
  { grade: '七', age: 13, prefix: '20260801', size: 40 },
  { grade: '五', age: 11, prefix: '20260501', size: 38 },
  { grade: '四', age: 10, prefix: '20260401', size: 12 },
] as const;
const activated = 5;

export async function foundSchool(stage: DemoStage): Promise<{ cast: Cast; places: Places }> {
  const client = () => stage.client();
  const pupils = Array.from({ length: activated }, client);
  const cast: Cast = {
    district: client(),
    school: client(),
    approver: client(),
    leader: client(),
    desk: client(),
    pupils,
  };
  const school = await openSchool(stage, cast);
  const members = await enrol(stage, cast, school);
  return { cast, places: { ...school, teams: await foundTeams(cast, school, members) } };
}

async function openSchool(stage: DemoStage, cast: Cast): Promise<School> {
  const { district, school, approver, desk } = cast;
  const founded = await foundDistrictWithAdministrator(stage.tools, {
    districtName: '示范区',
    login: 'district',
    name: '示范区管理员',
    now: stage.now,
  });
  if (!founded) throw new Error('The demo district has an administrator already');
  await activate(district, founded.code, password);
  const { id: unit } = await district.must('POST /api/units', {
    body: { kind: 'school', name: '示范学校', parent: founded.district, code: schoolCode },
  });
  const { id: deskId } = await district.must('POST /api/desks', {
    body: { unit, name: '示范兑换点', place: '图书馆一楼', hours: '周三 12:00–13:00' },
  });
  for (const [client, login, name, role, scope] of [
    [school, 'school', '林主任', 'unit_admin', unit],
    [approver, 'approver', '何老师', 'approver', unit],
    [desk, 'desk', '图书馆老师', 'desk', deskId],
  ] as const) {
    const { code } = await district.must('POST /api/staff', { body: { login, name, role, scope } });
    await activate(client, code, password);
  }
  return { unit, desk: deskId };
}

/** @returns the volunteers of each class, by the prefix of their numbers */
async function enrol(stage: DemoStage, { school, pupils }: Cast, { unit }: School): Promise<Map<string, string[]>> {
  const bytes = Buffer.from(demoRoster(schoolYear(shanghaiDay(stage.now))));
  const preview = await previewRoster(school, { name: 'demo.csv', bytes, unit }, stage.settle);
  await commitRoster(school, preview.id, stage.settle);
  const members = new Map<string, string[]>();
  const { items } = await school.must('GET /api/classes', { query: { school: unit } });
  for (const { id } of items) {
    await consentAll(school, id, shanghaiDay(stage.now));
    const list = await classVolunteers(school, id);
    members.set(
      list[0]?.number.slice(0, 8) ?? '',
      list.map((one) => one.id),
    );
    if (list.some(({ number }) => number === firstNumber)) await activatePupils(school, id, pupils, stage.client());
  }
  return members;
}

/** One sign-in for two children: the first pupil and a classmate, twins as it were. */
async function welcomeGuardian(guardian: Client, [first = '', second = '']: readonly string[]): Promise<void> {
  await guardian.must('POST /api/guardians', { body: { code: first, login: guardianLogin, pin } });
  await guardian.must('POST /api/session/children', { body: { code: second } });
  await guardian.must('POST /api/me/correction-requests', {
    body: { about: 'birth_date', text: '出生日期应为 16 日' },
  });
}

async function activatePupils(
  school: Client,
  className: string,
  pupils: readonly Client[],
  guardian: Client,
): Promise<void> {
  const cards = await school.must('POST /api/classes/{class}/activation-codes', {
    params: { class: className },
    body: {},
  });
  const sorted = [...cards.items].sort((one, other) => one.number.localeCompare(other.number));
  const familyCards = sorted
    .slice(0, 2)
    .map(({ id }) => cards.guardianCards.find((card) => card.id === id)?.code ?? '');
  await welcomeGuardian(guardian, familyCards);
  for (const [index, pupil] of pupils.entries()) {
    await pupil.must('POST /api/activations', { body: { code: sorted[index]?.code ?? '', pin } });
  }
}

/** One leader for all of them: the first team invites the leader, the others add a post. */
async function foundTeams(
  { school, leader }: Cast,
  { unit }: School,
  members: ReadonlyMap<string, string[]>,
): Promise<Team[]> {
  const founded: Team[] = [];
  for (const { name, brand, grade } of teams) {
    const { id } = await school.must('POST /api/teams', { body: { unit, name, brand } });
    const invited = await school.must('POST /api/teams/{team}/leaders', {
      params: { team: id },
      body: { login: 'leader', name: '周老师' },
    });
    if (founded.length === 0) await activate(leader, invited.code, password);
    const prefix = classes.find((one) => one.grade === grade)?.prefix ?? '';
    const volunteers = members.get(prefix) ?? [];
    await school.must('POST /api/teams/{team}/members', { params: { team: id }, body: { volunteers } });
    founded.push({ id, members: volunteers });
  }
  return founded;
}

const familyNames = '赵钱孙李周吴郑王冯陈褚卫';
const givenNames = ['子涵', '雨桐', '思远', '佳怡', '明哲', '可欣', '宇轩'];

function demoRoster(year: number): string {
  const rows = classes.flatMap(({ grade, age, prefix, size }) =>
    Array.from({ length: size }, (_, row) => {
      const number = `${prefix}${String(row + 1).padStart(2, '0')}`;
      const name = `${familyNames[row % familyNames.length]}${givenNames[row % givenNames.length]}`;
      return [number, name, row % 2 ? '女' : '男', `${grade}(1)班`, `${year - age}-0${(row % 8) + 1}-15`].join(',');
    }),
  );
  return `\ufeff学号,姓名,性别,班级,出生日期\r\n${rows.join('\r\n')}\r\n`;
}
