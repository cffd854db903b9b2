/** The demo's people and what they did: two classes, a team, three shifts, a shop, a redemption waiting at the desk. */
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import { schoolYear, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { activate, classVolunteers, commitRoster, consentAll, previewRoster } from './actions.ts';
import type { Client } from './client.ts';
import type { DemoStage } from './seed.ts';

const password = 'demo-time-bank-2026';
const pin = '482951';
const schoolCode = '110001';
const firstNumber = '2026080101';
const dayMs = 86_400_000;
const hourMs = 3_600_000;

export const demoSignIns = [
  `  staff: login district, school, approver, leader or desk; password ${password}`,
  `  pupil: school ${schoolCode}, number ${firstNumber}, PIN ${pin}`,
];

interface Cast {
  readonly district: Client;
  readonly school: Client;
  readonly approver: Client;
  readonly leader: Client;
  readonly pupil: Client;
}
interface Places {
  readonly unit: string;
  readonly desk: string;
  readonly team: string;
  readonly className: string;
}

/** @param today where the story ends, epoch milliseconds */
export async function playDemo(stage: DemoStage, today: number): Promise<void> {
  const cast: Cast = {
    district: stage.client(),
    school: stage.client(),
    approver: stage.client(),
    leader: stage.client(),
    pupil: stage.client(),
  };
  const places = await found(stage, cast);
  for (const daysAgo of [20, 18, 1]) {
    stage.now = startOfDay(shanghaiDay(today - daysAgo * dayMs)) + 18 * hourMs;
    await serve(stage, cast, places, daysAgo);
  }
  stage.now = today;
  await stage.tick();
  await openShop(stage, cast, places);
}

async function found(stage: DemoStage, { district, school, approver, leader, pupil }: Cast): Promise<Places> {
  const founded = await foundDistrictWithAdministrator(stage.tools, {
    districtName: '示范区',
    login: 'district',
    name: '示范区管理员',
    now: stage.now,
  });
  if (!founded) throw new Error('The demo district has an administrator already');
  await activate(district, founded.code, password);
  const unit = (
    await district.must('POST /api/units', {
      body: { kind: 'school', name: '示范学校', parent: founded.district, code: schoolCode },
    })
  ).id;
  const desk = (
    await district.must('POST /api/desks', {
      body: { unit, name: '示范兑换点', place: '图书馆一楼', hours: '周三 12:00–13:00' },
    })
  ).id;
  for (const [client, login, role, scope] of [
    [school, 'school', 'unit_admin', unit],
    [approver, 'approver', 'approver', unit],
    [undefined, 'desk', 'desk', desk],
  ] as const) {
    const { code } = await district.must('POST /api/staff', { body: { login, name: login, role, scope } });
    await activate(client ?? stage.client(), code, password);
  }
  const className = await importClasses(stage, school, unit);
  const team = (await school.must('POST /api/teams', { body: { unit, name: '示范小小志愿者', brand: '小手牵大手' } }))
    .id;
  const invited = await school.must('POST /api/teams/{team}/leaders', {
    params: { team },
    body: { login: 'leader', name: '领队' },
  });
  await activate(leader, invited.code, password);
  const volunteers = (await classVolunteers(school, className)).map(({ id }) => id);
  await leader.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers } });
  const cards = await school.must('POST /api/classes/{class}/activation-codes', {
    params: { class: className },
    body: {},
  });
  const card = cards.items.find(({ number }) => number === firstNumber);
  await pupil.must('POST /api/activations', { body: { code: card?.code ?? '', pin } });
  return { unit, desk, team, className };
}

async function importClasses(stage: DemoStage, school: Client, unit: string): Promise<string> {
  const bytes = Buffer.from(demoRoster(schoolYear(shanghaiDay(stage.now))));
  const preview = await previewRoster(school, { name: 'demo.csv', bytes, unit }, stage.settle);
  await commitRoster(school, preview.id, stage.settle);
  const { items } = await school.must('GET /api/classes', { query: { school: unit } });
  for (const { id } of items) await consentAll(school, id, shanghaiDay(stage.now));
  const senior = items.find(({ stage: level }) => level === 'junior') ?? items[0];
  if (!senior) throw new Error('The demo has no class');
  return senior.id;
}

async function serve(
  { now, settle, tick }: DemoStage,
  { school, leader, approver }: Cast,
  { className }: Places,
  daysAgo: number,
) {
  const volunteers = (await classVolunteers(await signedIn(school, 'school'), className)).map(({ id }) => id);
  await signedIn(leader, 'leader');
  const recorded = await leader.must('POST /api/shifts', {
    body: {
      name: '路口文明引导',
      place: '校门口',
      content: '引导同学走斑马线',
      category: 'order',
      risk: '站在人行道内，由老师陪同',
      contact: '值班老师',
      from: new Date(now - 4 * hourMs).toISOString(),
      to: new Date(now - 2 * hourMs).toISOString(),
      participants: volunteers.map((volunteer) => ({ volunteer })),
    },
  });
  const params = { shift: recorded.shift.id };
  await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
  if (daysAgo > 7) {
    await signedIn(approver, 'approver');
    await approver.must('POST /api/shifts/{shift}/approval', { params, body: {} });
  }
  await settle();
  await tick();
}

async function openShop(stage: DemoStage, { school, pupil }: Cast, { unit, desk }: Places): Promise<void> {
  await signedIn(school, 'school');
  const shop = [
    ['笔记本', 'stationery', 10],
    ['《昆虫记》', 'book', 20],
    ['读书卡', 'reading_card', 60],
    ['电影卡', 'film_card', 100],
  ] as const;
  for (const [name, kind, price] of shop) {
    const { id } = await school.must('POST /api/items', { body: { unit, name, kind, price } });
    await school.must('POST /api/items/{item}/stock', {
      params: { item: id },
      body: { desk, change: 20, reason: '开学进货' },
    });
  }
  await pupil.must('POST /api/sessions', { body: { school: schoolCode, number: firstNumber, pin } });
  const { items } = await pupil.must('GET /api/items', {});
  const notebook = items.find(({ price }) => price === 10);
  if (notebook) await pupil.must('POST /api/redemptions', { body: { item: notebook.id, desk, price: 10 } });
  await stage.settle();
}

/** Days pass between the story's scenes, and sessions end. */
async function signedIn(client: Client, login: string): Promise<Client> {
  await client.must('POST /api/sessions', { body: { login, password } });
  return client;
}

const familyNames = '赵钱孙李周吴郑王冯陈褚卫';
const givenNames = ['子涵', '雨桐', '思远', '佳怡', '明哲', '可欣'];

/** Twelve made-up pupils in each of two classes. */
function demoRoster(year: number): string {
  const rows = [
    { grade: '七', age: 13, prefix: '20260801' },
    { grade: '四', age: 10, prefix: '20260401' },
  ].flatMap(({ grade, age, prefix }) =>
    [...familyNames].map((family, row) => {
      const number = `${prefix}${String(row + 1).padStart(2, '0')}`;
      const name = `${family}${givenNames[row % givenNames.length]}`;
      return [number, name, row % 2 ? '女' : '男', `${grade}(1)班`, `${year - age}-0${(row % 8) + 1}-15`].join(',');
    }),
  );
  return `\ufeff学号,姓名,性别,班级,出生日期\r\n${rows.join('\r\n')}\r\n`;
}
