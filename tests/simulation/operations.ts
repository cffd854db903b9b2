/** What clients ask for: random requests of the ledger's, the hours' and the rewards' stories, all about few things. */
import type { Who } from '../../functions/platform/identity/who.ts';
import { shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { hourMs, minuteMs } from '../../shared/rules/durations.ts';
import { jpeg, picture } from '../pictures.ts';
import * as affairs from './affairs.ts';
import * as bookings from './bookings.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import * as duties from './duties.ts';
import type { KnownShift } from './known.ts';
import { type Operation, operation } from './operation.ts';
import * as proofs from './proofs.ts';
import * as shop from './shop.ts';
import * as staff from './staff-affairs.ts';

const balance: Draw = ({ world, random }) => operation('GET /api/me/balance', random.pick(world.pupils));

const redeem = ({ world, known, random }: Scene): Operation => {
  const item = random.pick(world.items);
  const body = { item, desk: random.pick(world.desks).post.scope, price: known.prices.get(item) ?? 10 };
  return operation('POST /api/redemptions', random.pick(world.pupils), { body });
};

const cancel: Draw = (scene) => {
  const redemption = latest(scene, scene.known.redemptions);
  if (!redemption) return undefined;
  const { id, wallet } = redemption;
  return operation('POST /api/redemptions/{redemption}/cancellation', wallet, { params: { redemption: id }, body: {} });
};

const handOver: Draw = (scene) => {
  const redemption = latest(scene, scene.known.redemptions);
  if (!redemption) return undefined;
  const { id, desk, code } = redemption;
  const who = scene.world.desks.find(({ post }) => post.scope === desk) as Who;
  return operation('POST /api/pick-ups/{code}/hand-over', who, { params: { code }, body: { redemption: id } });
};

/** Times lie on the hours of the last days, so that many overlap. */
export function recordShift(
  { world, random, now }: Scene,
  pupils: readonly Who[] = world.pupils.filter(() => random.chance(0.4)),
): Operation {
  return recordTimes({ random, world, now }, pupils, random.below(3));
}

/** Entered so late that it is make-up, which two people from outside the team approve. */
const recordLate: Draw = (scene) => {
  const pupils = scene.world.pupils.filter(() => scene.random.chance(0.4));
  return recordTimes(scene, pupils, scene.random.between(6, 9), { makeUpReason: '当天没有网络' });
};

function recordTimes(
  { world, random, now }: Pick<Scene, 'world' | 'random' | 'now'>,
  pupils: readonly Who[],
  daysAgo: number,
  late: { readonly makeUpReason?: string } = {},
): Operation {
  const lastHour = Math.floor((now - hourMs) / hourMs) * hourMs;
  const day = startOfDay(shanghaiDay(now - daysAgo * 24 * hourMs));
  const to = Math.min(day + random.between(9, 18) * hourMs, lastHour);
  const from = to - random.between(1, 3) * hourMs;
  const chosen = pupils.length > 0 ? pupils : world.pupils.slice(0, 1);
  const participants = chosen.map(({ person }) => ({ volunteer: person }));
  const body = { ...duties.service, from: iso(from), to: iso(to), participants, ...late };
  return operation('POST /api/shifts', random.pick(world.leaders), { body });
}

const paper = picture('image/jpeg', jpeg());
const someOf = ({ random }: Scene, { volunteers }: KnownShift) =>
  random.chance(0.7) ? undefined : [random.pick(volunteers)];
const leaderOf = ({ world, random }: Scene, { team }: KnownShift) =>
  random.pick(world.leaders.filter(({ post }) => post.scope === team));

const confirm: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  if (!shift) return undefined;
  const body = { volunteers: someOf(scene, shift) };
  const [leader, params] = [leaderOf(scene, shift), { shift: shift.id }];
  if (shift.wantsPhoto) return operation('PUT /api/shifts/{shift}/photo', leader, { params, body: paper });
  return operation('POST /api/shifts/{shift}/confirmation', leader, { params, body });
};

const approve: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  if (!shift) return undefined;
  const body = { volunteers: someOf(scene, shift) };
  const who = scene.random.pick(scene.world.approvers);
  return operation('POST /api/shifts/{shift}/approval', who, { params: { shift: shift.id }, body });
};

const undo: Draw = (scene) => {
  const approval = latest(scene, scene.known.approvals);
  if (!approval) return undefined;
  const { shift, approver } = approval;
  const body = { volunteers: someOf(scene, shift) };
  return operation('POST /api/shifts/{shift}/approval/undo', approver, { params: { shift: shift.id }, body });
};

const sendBack: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  if (!shift) return undefined;
  const who = scene.random.chance(0.5) ? scene.random.pick(scene.world.approvers) : leaderOf(scene, shift);
  const body = { volunteers: someOf(scene, shift), reason: '时间不对' };
  return operation('POST /api/shifts/{shift}/return', who, { params: { shift: shift.id }, body });
};

const amend: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  if (!shift) return undefined;
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

/** How often each is asked for: people look at their balance before and after all they do. */
const mix: readonly (readonly [times: number, draw: Draw])[] = [
  [70, balance],
  [30, redeem],
  [8, cancel],
  [8, handOver],
  [6, recordShift],
  [2, recordLate],
  [10, confirm],
  [14, approve],
  [2, undo],
  [2, sendBack],
  [2, amend],
  [2, changeStock],
  [2, changeItem],
  [5, affairs.object],
  [4, affairs.decideObjection],
  [1, affairs.withdrawConsent],
  [5, affairs.giveConsent],
  [1, affairs.addLate],
  [3, affairs.proposeCorrection],
  [4, affairs.proposePoints],
  [12, affairs.decideChange],
  [2, affairs.donate],
  [5, shop.claimGift],
  [3, shop.handOverGift],
  [2, shop.handOverBatch],
  [2, shop.importVouchers],
  [1, shop.recallVouchers],
  [1, shop.countStock],
  [3, shop.callOff],
  [1, affairs.withdrawAtApproval],
  [2, bookings.openSlot],
  [3, bookings.book],
  [1, bookings.cancelBooking],
  [3, bookings.miss],
  [1, bookings.callOffSlot],
  [2, bookings.redeemFor],
  [2, duties.saveWeek],
  [4, duties.rate],
  [1, duties.recordTwin],
  [3, duties.finishTwin],
  [1, duties.objectInPublic],
  [2, staff.proposeMerge],
  [1, staff.proposeSeparation],
  [5, staff.decidePair],
  [1, staff.proposeMove],
  [1, staff.acceptMove],
  [1, staff.consentToMove],
  [1, staff.changeYear],
  [1, staff.leaveOrReturn],
  [2, proofs.askForCertificate],
  [3, proofs.decideCertificate],
  [3, proofs.proposeFinding],
  [1, proofs.proposeLifting],
];
const drawn: readonly Draw[] = mix.flatMap(([times, draw]) => Array.from({ length: times }, () => draw));

/** Without a shift there is nothing yet to ask about: of it all else comes. */
export function drawOperation(scene: Scene): Operation {
  const wanted = bookings.rush(scene) ?? scene.random.pick(drawn)(scene);
  return wanted ?? (scene.known.shifts.length === 0 ? recordShift(scene) : redeem(scene));
}
