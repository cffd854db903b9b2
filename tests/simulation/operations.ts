/** What clients ask for: random requests of the ledger's, the hours' and the rewards' stories, all about few things. */
import type { Ask } from '../../functions/platform/ask.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import type { ContractName, Contracts } from '../../shared/contracts/index.ts';
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import type { Known, KnownShift } from './known.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

type Name = Extract<ContractName, `${string} /api/${'me' | 'shifts' | 'redemptions' | 'pick-ups' | 'items'}${string}`>;
type Parts<N extends Name> = Partial<Pick<Ask<Contracts[N]>, 'params' | 'body'>>;
export interface Operation {
  readonly name: Name;
  readonly who: Who;
  readonly params?: unknown;
  readonly body?: unknown;
}
const operation = <N extends Name>(name: N, who: Who, parts: Parts<N> = {}): Operation => ({ name, who, ...parts });

interface Scene {
  readonly world: World;
  readonly known: Known;
  readonly random: Random;
  readonly now: number;
}
type Draw = (scene: Scene) => Operation;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Few things are asked about at a time, so that those who ask meet. */
const latest = <T>({ random }: Scene, list: readonly T[]): T => random.pick(list.slice(-5));

const balance: Draw = ({ world, random }) => operation('GET /api/me/balance', random.pick(world.pupils));

const redeem: Draw = ({ world, known, random }) => {
  const item = random.pick(world.items);
  const body = { item, desk: random.pick(world.desks).post.scope, price: known.prices.get(item) ?? 10 };
  return operation('POST /api/redemptions', random.pick(world.pupils), { body });
};

const cancel: Draw = (scene) => {
  const { id, wallet } = latest(scene, scene.known.redemptions);
  return operation('POST /api/redemptions/{redemption}/cancellation', wallet, { params: { redemption: id }, body: {} });
};

const handOver: Draw = (scene) => {
  const { id, desk, code } = latest(scene, scene.known.redemptions);
  const who = scene.world.desks.find(({ post }) => post.scope === desk) as Who;
  return operation('POST /api/pick-ups/{code}/hand-over', who, { params: { code }, body: { redemption: id } });
};

/** Times lie on the hours of the last days, so that many overlap. */
export function recordShift(
  { world, random, now }: Scene,
  pupils: readonly Who[] = world.pupils.filter(() => random.chance(0.4)),
): Operation {
  const lastHour = Math.floor((now - hourMs) / hourMs) * hourMs;
  const day = startOfDay(shanghaiDay(now - random.below(3) * 24 * hourMs));
  const to = Math.min(day + random.between(9, 18) * hourMs, lastHour);
  const from = to - random.between(1, 3) * hourMs;
  const participants = (pupils.length > 0 ? pupils : world.pupils.slice(0, 1)).map(({ person }) => ({
    volunteer: person,
  }));
  const times = { from: iso(from), to: iso(to) };
  const what = {
    name: '护学岗',
    place: '校门口',
    content: '引导',
    category: 'other' as const,
    risk: '车辆',
    contact: '值班',
  };
  return operation('POST /api/shifts', random.pick(world.leaders), { body: { ...what, ...times, participants } });
}

const someOf = ({ random }: Scene, { volunteers }: KnownShift) =>
  random.chance(0.7) ? undefined : [random.pick(volunteers)];
const leaderOf = ({ world, random }: Scene, { team }: KnownShift) =>
  random.pick(world.leaders.filter(({ post }) => post.scope === team));

const confirm: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  const body = { volunteers: someOf(scene, shift) };
  return operation('POST /api/shifts/{shift}/confirmation', leaderOf(scene, shift), {
    params: { shift: shift.id },
    body,
  });
};

const approve: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  const body = { volunteers: someOf(scene, shift) };
  const who = scene.random.pick(scene.world.approvers);
  return operation('POST /api/shifts/{shift}/approval', who, { params: { shift: shift.id }, body });
};

const undo: Draw = (scene) => {
  const { shift, approver } = latest(scene, scene.known.approvals);
  const body = { volunteers: someOf(scene, shift) };
  return operation('POST /api/shifts/{shift}/approval/undo', approver, { params: { shift: shift.id }, body });
};

const sendBack: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  const who = scene.random.chance(0.5) ? scene.random.pick(scene.world.approvers) : leaderOf(scene, shift);
  const body = { volunteers: someOf(scene, shift), reason: '时间不对' };
  return operation('POST /api/shifts/{shift}/return', who, { params: { shift: shift.id }, body });
};

const amend: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  const volunteer = scene.random.pick(shift.volunteers);
  const cutMs = scene.random.between(0, 4) * 12 * minuteMs;
  const body = { from: iso(shift.from + cutMs), to: iso(shift.to) };
  const params = { shift: shift.id, volunteer };
  return operation('PUT /api/shifts/{shift}/records/{volunteer}', leaderOf(scene, shift), { params, body });
};

const changeStock: Draw = ({ world, random }) => {
  const body = { desk: random.pick(world.desks).post.scope, change: random.pick([1, 1, 2, -1]), reason: '盘点' };
  return operation('POST /api/items/{item}/stock', world.administrator, {
    params: { item: random.pick(world.items) },
    body,
  });
};

const changeItem: Draw = ({ world, random }) => {
  const body = { price: random.pick([10, 20, 30]), open: random.chance(0.9) };
  return operation('PUT /api/items/{item}', world.administrator, { params: { item: random.pick(world.items) }, body });
};

const iso = (instant: number) => new Date(instant).toISOString();

/** How often each is asked for, in a hundred: people look at their balance before and after all they do. */
const mix: readonly (readonly [times: number, draw: Draw])[] = [
  [59, balance],
  [12, redeem],
  [5, cancel],
  [5, handOver],
  [3, recordShift],
  [5, confirm],
  [6, approve],
  [1, undo],
  [1, sendBack],
  [1, amend],
  [1, changeStock],
  [1, changeItem],
];
const hundred: readonly Draw[] = mix.flatMap(([times, draw]) => Array.from({ length: times }, () => draw));
const aboutShifts = new Set([confirm, approve, undo, sendBack, amend]);
const aboutRedemptions = new Set([cancel, handOver]);

export function drawOperation(scene: Scene): Operation {
  const draw = scene.random.pick(hundred);
  if (aboutShifts.has(draw) && scene.known.shifts.length === 0) return recordShift(scene);
  if (draw === undo && scene.known.approvals.length === 0) return approve(scene);
  if (aboutRedemptions.has(draw) && scene.known.redemptions.length === 0) return redeem(scene);
  return draw(scene);
}
