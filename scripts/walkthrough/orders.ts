/** 点单—派单—接单—评单: a resident asks, the community passes it on, a team comes, the resident rates it by link and code. */
import { addDays, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { backAtWork, expect, password, type Stage, type Step } from './stage.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const residentPin = '593027';
const whom = { name: '李奶奶', phone: '13800000000', address: '柳荫路 8 号 201' };
const iso = (at: number) => new Date(at).toISOString();

async function openCommunity(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const admin = await backAtWork(stage, 'district');
  const unit = { kind: 'community', name: '柳荫社区', parent: notes.get('district') } as const;
  const { id: community } = await admin.must('POST /api/units', { body: unit });
  notes.set('community', community);
  const invited = { login: 'community', name: '许主任', role: 'unit_admin', scope: community } as const;
  const { code } = await admin.must('POST /api/staff', { body: invited });
  await person('community').must('POST /api/activations', { body: { code: code ?? '', password } });
  const body = { ...whom, unit: community, login: 'resident' };
  const account = await person('community').must('POST /api/residents', { body });
  await person('resident').must('POST /api/activations', { body: { code: account.code ?? '', pin: residentPin } });
  const { items } = await person('resident').must('GET /api/service-menu', {});
  return `a resident of ${unit.name}, a menu of ${items.length}`;
}

const orderBody = (from: number) => {
  return { kind: 'tutoring', from: iso(from), to: iso(from + 2 * hourMs), risk: '没有', need: '三年级数学' } as const;
};

/** The resident, who may have been away for long, asks for two hours of help. */
export async function placeOrder({ person }: Stage, from: number) {
  await person('resident').must('POST /api/sessions', { body: { login: 'resident', password: residentPin } });
  return person('resident').must('POST /api/orders', { body: orderBody(from) });
}

async function ask(stage: Stage): Promise<string> {
  const { person, notes, now } = stage;
  const from = startOfDay(addDays(shanghaiDay(now()), 2)) + 15 * hourMs;
  notes.set('visit at', String(from));
  const body = { ...orderBody(from), kind: 'medical' };
  const refused = await person('resident').ask('POST /api/orders', { body });
  expect(!refused.ok && refused.body.code === 'order_medical', 'illness to be sent to a doctor');
  const order = await placeOrder(stage, from);
  notes.set('order', order.id);
  notes.set('track', JSON.stringify({ link: order.link, code: order.code }));
  return `${order.title}, answered by ${order.due}; medical: ${refused.ok ? '' : refused.body.title}`;
}

async function dispatch(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const leader = await backAtWork(stage, 'leader');
  const profile = { takes: true, skills: ['tutoring' as const], slots: [], loadMax: 3 };
  await leader.must('PUT /api/team-orders/profile', { body: profile });
  const params = { order: notes.get('order') };
  const desk = person('community');
  const { items } = await desk.must('GET /api/orders/{order}/candidates', { params });
  const passed = await desk.must('POST /api/orders/{order}/triage', { params, body: { decision: 'pass' } });
  expect(passed.state === 'offered', 'an offer to the only team that can');
  const reasons = items[0]?.reasons.map(({ factor, points }) => `${factor} ${points}`).join(', ');
  return `${passed.state} to ${items[0]?.name} (${items[0]?.points}: ${reasons})`;
}

async function accept({ person, notes }: Stage): Promise<string> {
  const leader = person('leader');
  const params = { order: notes.get('order') };
  const accepted = await leader.must('POST /api/orders/{order}/acceptance', { params, body: {} });
  const early = await leader.ask('GET /api/orders/{order}/contact', { params });
  expect(!early.ok && early.body.code === 'order_contact_hidden', 'the door to stay hidden until the day before');
  const volunteers = notes.get('volunteers').split(' ').slice(0, 2);
  const assigned = await leader.must('PUT /api/orders/{order}/members', { params, body: { volunteers } });
  return `${accepted.state}, ${assigned.members.length} go, door and phone hidden`;
}

async function serve(stage: Stage): Promise<string> {
  const { person, notes, moveTo } = stage;
  const params = { order: notes.get('order') };
  const from = Number(notes.get('visit at'));
  await moveTo(from);
  const leader = await backAtWork(stage, 'leader');
  const { address } = await leader.must('GET /api/orders/{order}/contact', { params });
  expect(address === whom.address, 'the door on the day');
  await leader.must('POST /api/orders/{order}/start', { params, body: {} });
  await moveTo(from + hourMs);
  await backAtWork(stage, 'leader');
  const done = await person('leader').must('POST /api/orders/{order}/finish', { params, body: { did: '讲解应用题' } });
  const { records } = await person('leader').must('GET /api/shifts/{shift}', { params: { shift: done.shift ?? '' } });
  return `${done.state}, ${records.length} records of ${records[0]?.minutes} minutes`;
}

async function rate({ person, notes }: Stage): Promise<string> {
  const { link, code } = JSON.parse(notes.get('track')) as { link: string; code: string };
  const anyone = person('anyone');
  const wrong = String((Number(code) + 1) % 10_000).padStart(4, '0');
  const guessed = await anyone.ask('POST /api/tracks', { body: { link, code: wrong } });
  expect(!guessed.ok && guessed.body.code === 'track_invalid', 'a wrong code to open nothing');
  const body = { link, code, stars: 5, tags: ['friendly' as const, 'careful' as const] };
  const rated = await anyone.must('POST /api/tracks/rating', { body });
  return `${rated.steps.map(({ state }) => state).join(' → ')}, ${rated.stars} stars`;
}

export const ordersChapter: readonly Step[] = [
  ['A community opens its desk, and an account for a resident', openCommunity],
  ['The resident asks for help; what is for doctors is sent to doctors', ask],
  ['The community passes it on, and sees whom it is offered to and why', dispatch],
  ['The team accepts and says who goes', accept],
  ['On the day the door is shown; the visit becomes hours', serve],
  ['The resident rates it by link and four digits', rate],
];
