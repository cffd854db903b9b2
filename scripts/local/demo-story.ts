/** What the demo's people did: services of a term in every state, a shop, redemptions waiting and handed over. */
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import type { Client } from './client.ts';
import { publishActivities } from './demo-activities.ts';
import { offerServices } from './demo-bookings.ts';
import { requestCard } from './demo-cards.ts';
import { certify } from './demo-certificates.ts';
import { correct } from './demo-corrections.ts';
import { easeStars, offerGifts } from './demo-gifts.ts';
import { register } from './demo-newcomers.ts';
import { objectAndAsk } from './demo-objection.ts';
import { askForHelp, helpNeighbours, neighbourSignIns } from './demo-orders.ts';
import {
  type Cast,
  firstNumber,
  foundSchool,
  guardianLogin,
  type Places,
  password,
  pin,
  schoolCode,
} from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

export const demoSignIns = [
  `  staff: login district, school, approver, leader or desk; password ${password}`,
  `  pupil: school ${schoolCode}, number ${firstNumber}, PIN ${pin}`,
  `  guardian: login ${guardianLogin}, password (PIN) ${pin}`,
  ...neighbourSignIns,
];

/** Days before today on which the story begins. */
export const storyDays = 70;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The day on which a shift was approved as soon as it was entered: an anomaly to look into. */
const hastyDaysAgo = 12;
type Ending = 'approved' | 'confirmed' | 'recorded' | 'sent_back';
interface Scene {
  readonly daysAgo: number;
  /** By its place in the list of teams. */
  readonly team: number;
  readonly service: keyof typeof services;
  readonly durationHours: number;
  /** Every n-th member was absent. */
  readonly absentEvery: number;
  readonly ending: Ending;
}
const services = {
  crossing: {
    name: '路口文明引导',
    place: '校门口',
    content: '引导同学走斑马线',
    category: 'order',
    peopleServed: 180,
  },
  books: { name: '图书角整理', place: '图书馆', content: '整理和登记图书', category: 'other' },
  river: { name: '清河护绿', place: '滨河公园', content: '捡拾河岸垃圾', category: 'environment', peopleServed: 60 },
} as const;

const scene = (
  daysAgo: number,
  team: number,
  service: Scene['service'],
  durationHours: number,
  absentEvery: number,
  ending: Ending = 'approved',
): Scene => ({ daysAgo, team, service, durationHours, absentEvery, ending });

const scenes: readonly Scene[] = [
  scene(68, 0, 'crossing', 2, 9),
  scene(61, 1, 'books', 1, 3),
  scene(54, 0, 'river', 1.5, 4),
  scene(47, 2, 'crossing', 1, 5),
  scene(40, 1, 'books', 1, 4),
  scene(33, 0, 'crossing', 2, 7),
  scene(26, 0, 'books', 1, 6),
  scene(19, 1, 'river', 1.5, 5),
  scene(12, 0, 'crossing', 2, 8),
  scene(3, 0, 'books', 1, 5),
  scene(2, 1, 'books', 1, 9, 'confirmed'),
  scene(2, 0, 'crossing', 2, 6, 'confirmed'),
  scene(1, 2, 'river', 1, 4, 'sent_back'),
  scene(1, 0, 'river', 1, 5, 'recorded'),
];

/** @param today where the story ends, epoch milliseconds */
export async function playDemo(stage: DemoStage, today: number): Promise<void> {
  const { cast, places } = await foundSchool(stage);
  await easeStars(stage, cast);
  for (const one of scenes) {
    stage.now = startOfDay(shanghaiDay(today - one.daysAgo * dayMs)) + 18 * hourMs;
    await serve(stage, cast, places, one);
  }
  stage.now = today - 3 * hourMs;
  const neighbours = await helpNeighbours(stage, cast);
  stage.now = today;
  await stage.tick();
  await correct(stage, cast, places, signedIn);
  await openShop(stage, cast, places);
  await offerGifts(stage, cast, places);
  await signedIn(cast.leader, 'leader');
  await requestCard(cast, places);
  await redeem(stage, cast, places);
  await signedIn(cast.school, 'school');
  await offerServices(stage, cast, places);
  await register(stage, cast);
  await askForHelp(stage, neighbours);
  await signedIn(cast.leader, 'leader');
  const leading = await postOf(cast.leader, places.teams[0]?.id ?? '');
  await cast.leader.must('POST /api/session/post', { body: { post: leading } });
  await certify(stage, cast, places);
  await publishActivities(stage, cast, places);
}

async function serve(stage: DemoStage, cast: Cast, { teams }: Places, one: Scene): Promise<void> {
  const { now, settle, tick } = stage;
  const { leader, approver } = cast;
  const team = teams[one.team];
  if (!team) throw new Error(`The demo has no team ${one.team}`);
  await signedIn(leader, 'leader');
  await leader.must('POST /api/session/post', { body: { post: await postOf(leader, team.id) } });
  const start = now - 4 * hourMs;
  const { shift } = await leader.must('POST /api/shifts', {
    body: {
      ...services[one.service],
      risk: '站在安全处，由老师陪同',
      contact: '周老师',
      from: new Date(start).toISOString(),
      to: new Date(start + one.durationHours * hourMs).toISOString(),
      participants: team.members
        .filter((_, index) => (index + 1) % one.absentEvery !== 0)
        .map((volunteer) => ({ volunteer })),
    },
  });
  const params = { shift: shift.id };
  if (one.ending !== 'recorded') await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
  if (one.ending === 'approved' && one.daysAgo !== hastyDaysAgo) stage.now = now + hourMs;
  if (one.ending === 'approved' || one.ending === 'sent_back') await signedIn(approver, 'approver');
  if (one.ending === 'approved') await approver.must('POST /api/shifts/{shift}/approval', { params, body: {} });
  if (one.ending === 'sent_back') {
    const body = { reason: '请补上结束的时间，再交一次' };
    await approver.must('POST /api/shifts/{shift}/return', { params, body });
  }
  await settle();
  await tick();
}

async function postOf(leader: Client, team: string): Promise<string> {
  const { posts } = await leader.must('GET /api/session', {});
  return posts.find(({ scope }) => scope === team)?.id ?? '';
}

const shop = [
  ['笔记本', 'stationery', 10],
  ['《昆虫记》', 'book', 20],
  ['读书卡', 'reading_card', 60],
  ['电影卡', 'film_card', 100],
] as const;

async function openShop(stage: DemoStage, { school }: Cast, { unit, desk }: Places): Promise<void> {
  await signedIn(school, 'school');
  for (const [name, kind, price] of shop) {
    const { id } = await school.must('POST /api/items', { body: { unit, name, kind, price } });
    const body = { desk, change: 20, reason: '开学进货' };
    await school.must('POST /api/items/{item}/stock', { params: { item: id }, body });
  }
  await stage.settle();
}

/** Three pupils take a notebook, and one of them a book, which the desk hands over. */
async function redeem(stage: DemoStage, { desk, pupils }: Cast, places: Places): Promise<void> {
  await signedIn(desk, 'desk');
  for (const [index, pupil] of pupils.slice(0, 3).entries()) {
    const number = `${firstNumber.slice(0, -1)}${index + 1}`;
    await pupil.must('POST /api/sessions', { body: { school: schoolCode, number, pin } });
    const { items } = await pupil.must('GET /api/items', {});
    const take = async (price: number) => {
      const item = items.find((one) => one.price === price)?.id ?? '';
      return pupil.must('POST /api/redemptions', { body: { item, desk: places.desk, price } });
    };
    await take(10);
    if (index === 1) await objectAndAsk(pupil);
    if (index > 0) continue;
    const { id, code = '' } = await take(20);
    await desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body: { redemption: id } });
  }
  await stage.settle();
}

/** Days pass between the story's scenes, and sessions end. */
async function signedIn(client: Client, login: string): Promise<void> {
  await client.must('POST /api/sessions', { body: { login, password } });
}
