/** The demo's community: a resident who asks for help, a team of neighbours who come, and small wishes. */
import { joiningWrite, memberCountWrite } from '../../functions/teams/rows.ts';
import { volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import { activate } from './actions.ts';
import type { Client, Input } from './client.ts';
import { type Cast, password, pin } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

export const neighbourSignIns = [
  `  community: login community or helper (a leader), password ${password}; login resident, password (PIN) ${pin}`,
];

const hourMs = 3_600_000;
const minuteMs = 60_000;
const whom = { name: '李奶奶', phone: '13800000000', address: '柳荫路 8 号 3 单元 201' };

interface Neighbours {
  readonly community: string;
  readonly desk: Client;
  readonly helper: Client;
  readonly resident: Client;
  /** Grown members of the team. */
  readonly adults: readonly string[];
}

/** Opens the community, with a visit that did not please. */
export async function helpNeighbours(stage: DemoStage, { district }: Cast): Promise<Neighbours> {
  await district.must('POST /api/sessions', { body: { login: 'district', password } });
  const neighbours = await openCommunity(stage, district);
  await servedLately(stage, neighbours);
  return neighbours;
}

export async function askForHelp(stage: DemoStage, neighbours: Neighbours): Promise<void> {
  await signInAgain(neighbours);
  await ordersInHand(stage, neighbours);
  await wishes(neighbours);
  await stage.settle();
}

async function openCommunity(stage: DemoStage, district: Client): Promise<Neighbours> {
  const [desk, helper, resident] = [stage.client(), stage.client(), stage.client()];
  const { post } = await district.must('GET /api/session', {});
  const unit = { kind: 'community', name: '柳荫社区', parent: post.unit } as const;
  const { id: community } = await district.must('POST /api/units', { body: unit });
  const invited = { login: 'community', name: '许主任', role: 'unit_admin', scope: community } as const;
  await activate(desk, (await district.must('POST /api/staff', { body: invited })).code, password);
  const { id: team } = await desk.must('POST /api/teams', { body: { unit: community, name: '柳荫邻里队' } });
  const params = { team };
  const leader = await desk.must('POST /api/teams/{team}/leaders', {
    params,
    body: { login: 'helper', name: '郑师傅' },
  });
  await activate(helper, leader.code, password);
  const adults = await welcomeAdults(stage, post.unit, community, team);
  const skills = ['hair', 'repair', 'company', 'meals'] as const;
  const slots = ['1-morning', '2-morning', '3-afternoon', '6-morning', '6-afternoon'] as const;
  const profile = { takes: true, skills: [...skills], slots: [...slots], loadMax: 5 };
  await helper.must('PUT /api/team-orders/profile', { body: profile });
  const account = await desk.must('POST /api/residents', { body: { ...whom, unit: community, login: 'resident' } });
  await resident.must('POST /api/activations', { body: { code: account.code ?? '', pin } });
  return { community, desk, helper, resident, adults };
}

/** The community's own people, registered on paper. */
async function welcomeAdults({ tools, now }: DemoStage, district: string, unit: string, team: string) {
  const people = ['郑大山', '吴秀兰', '冯志强'].map((name, at) => ({ id: tools.newId(now), name, at }));
  const writes = people.flatMap(({ id, name, at }) => {
    const personal = { name, number: `LY-00${at + 1}`, birthDate: `19${70 + at * 5}-04-1${at}` };
    const person = { id, ver: 1, school: unit, class: `${unit}-senior-2023-1`, personal, status: 'active' } as const;
    return [
      { ...volunteerAt(district, id), put: volunteerRow(district, tools.vault, person) },
      joiningWrite(district, team, id, now),
    ];
  });
  await tools.store.transact(`NEIGHBOURS#${team}`, [memberCountWrite(district, team, people.length), ...writes]);
  return people.map(({ id }) => id);
}

type Ask = Input<'POST /api/orders'>['body'];
const between = (from: number, to: number) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });

/** A visit of this morning that did not please: the community is to call back. */
async function servedLately(stage: DemoStage, neighbours: Neighbours): Promise<void> {
  const { helper, resident, adults } = neighbours;
  const window = between(stage.now + 10 * minuteMs, stage.now + 90 * minuteMs);
  const order = await passed(neighbours, { kind: 'haircut', ...window, risk: '没有', need: '剪短发' });
  const params = { order };
  await helper.must('POST /api/orders/{order}/acceptance', { params, body: {} });
  await helper.must('PUT /api/orders/{order}/members', { params, body: { volunteers: adults.slice(0, 1) } });
  await helper.must('POST /api/orders/{order}/start', { params, body: {} });
  stage.now += hourMs;
  await signInAgain(neighbours);
  await helper.must('POST /api/orders/{order}/finish', { params, body: { did: '理发、修面' } });
  await resident.must('POST /api/orders/{order}/rating', { params, body: { stars: 2, tags: ['late'] } });
}

/** One order in each state that somebody has to do something about. */
async function ordersInHand({ now }: DemoStage, neighbours: Neighbours): Promise<void> {
  const { helper, desk, community, resident, adults } = neighbours;
  const soon = between(now + 4 * hourMs, now + 6 * hourMs);
  const tomorrow = between(now + 24 * hourMs, now + 26 * hourMs);
  const accepted = await passed(neighbours, { kind: 'meal', ...soon, risk: '家里有一只猫', need: '软一点的饭菜' });
  await helper.must('POST /api/orders/{order}/acceptance', { params: { order: accepted }, body: {} });
  const body = { volunteers: adults.slice(1, 2) };
  await helper.must('PUT /api/orders/{order}/members', { params: { order: accepted }, body });
  await passed(neighbours, { kind: 'company', ...tomorrow, risk: '没有', phrases: ['lives_alone'] });
  await passed(neighbours, { kind: 'devices', ...tomorrow, risk: '没有', need: '想学视频通话' });
  await resident.must('POST /api/orders', {
    body: { kind: 'repair', ...tomorrow, risk: '要登梯子', need: '厨房灯不亮', phrases: ['bring_tools'] },
  });
  const contact = { name: '赵爷爷', phone: '13800000001', address: '柳荫路 10 号 101' };
  const asked = {
    kind: 'meal',
    ...tomorrow,
    risk: '没有',
    unit: community,
    contact,
    channel: 'phone',
    urgent: true,
  } as const;
  await desk.must('POST /api/orders', { body: asked });
}

async function passed({ resident, desk }: Neighbours, body: Ask): Promise<string> {
  const { id: order } = await resident.must('POST /api/orders', { body });
  await desk.must('POST /api/orders/{order}/triage', { params: { order }, body: { decision: 'pass' } });
  return order;
}

const things = [
  ['保温杯', 60, '冬天出门买菜想喝口热水', '柳荫的奶奶'],
  ['放大镜', 35, '看报纸的字越来越小', '爱读报的爷爷'],
  ['跳绳', 20, '想在院子里锻炼', '爱跳绳的孩子'],
] as const;

/** One on the list, one claimed, one on its way to somebody, one to be checked. */
async function wishes({ community, desk, helper }: Neighbours): Promise<void> {
  for (const [at, [item, yuan, story, pseudonym]] of things.entries()) {
    const contact = { ...whom, name: `王奶奶${at}` };
    const said = { item, yuan, story, ageBand: 'elder' as const };
    const { id: wish } = await desk.must('POST /api/wishes', { body: { ...said, unit: community, contact } });
    const params = { wish };
    const body = { decision: 'list' as const, ...said, pseudonym, checked: true as const };
    await desk.must('POST /api/wishes/{wish}/moderation', { params, body });
    if (at > 0) await helper.must('POST /api/wishes/{wish}/claim', { params, body: {} });
    if (at > 1) await desk.must('POST /api/wishes/{wish}/receipt', { params, body: {} });
  }
  const said = { item: '收音机', yuan: 80, story: '想听戏', ageBand: 'elder' as const };
  await desk.must('POST /api/wishes', { body: { ...said, unit: community, contact: { ...whom, name: '钱爷爷' } } });
}

async function signInAgain({ desk, helper, resident }: Neighbours): Promise<void> {
  await desk.must('POST /api/sessions', { body: { login: 'community', password } });
  await helper.must('POST /api/sessions', { body: { login: 'helper', password } });
  await resident.must('POST /api/sessions', { body: { login: 'resident', password: pin } });
}
