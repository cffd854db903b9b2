/** What schools ask for now and then: registrations that become one or two, moves, the turn of the year. */
import type { Who } from '../../functions/platform/identity/who.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import { operation } from './operation.ts';

const staffOf = ({ world, random }: Scene): Who => random.pick([world.head, world.administrator]);

/** Mostly the one made by mistake goes into the first one; now and then the other way round, or both into one. */
export const proposeMerge: Draw = (scene) => {
  const { random, world } = scene;
  const at = random.below(world.twins.length);
  const twin = world.twins[at] as Who;
  const pupil = random.chance(0.9) ? (world.pupils[at + 2] as Who) : random.pick([...world.pupils, ...world.twins]);
  const [kept, merged] = random.chance(0.9) ? [pupil, twin] : [twin, pupil];
  const body = { kept: kept.person, merged: merged.person, reason: '重复登记' };
  return operation('POST /api/merges', staffOf(scene), { body });
};

export const proposeSeparation: Draw = (scene) => {
  const merge = latest(scene, scene.known.merges);
  if (!merge) return undefined;
  return operation('POST /api/merges/{change}/undo', staffOf(scene), {
    params: { change: merge },
    body: { reason: '不是同一个人' },
  });
};

/** What was proposed last, by two who may both decide. */
export const decidePair: Draw = (scene) => {
  const { random, known } = scene;
  const change = known.pairs.length === 0 ? undefined : random.pick(known.pairs.slice(-2));
  if (!change) return undefined;
  const body = { approved: random.chance(0.9), answer: '已核实' };
  return operation('POST /api/changes/{change}/decision', staffOf(scene), { params: { change }, body });
};

/** Only the last pupil moves, there and back. */
const moverOf = ({ world }: Scene) => world.pupils.at(-1) as Who;
const headOf = ({ world, random }: Scene): Who => random.pick([world.head, world.otherHead]);

export const proposeMove: Draw = (scene) => {
  const who = headOf(scene);
  const schoolCode = who === scene.world.head ? '330102' : '330101';
  const body = { volunteer: moverOf(scene).person, schoolCode, reason: '搬家' };
  return operation('POST /api/moves', who, { body });
};

/** Either school may change its mind. */
export const acceptMove: Draw = (scene) => {
  if (scene.random.chance(0.2)) return callOffMove(scene);
  const number = `M${scene.random.below(6)}`;
  return operation('POST /api/moves/{volunteer}/acceptance', headOf(scene), {
    params: { volunteer: moverOf(scene).person },
    body: { grade: 3, classNumber: 2, number },
  });
};

export const consentToMove: Draw = ({ world }) =>
  operation('POST /api/me/move/consent', world.guardians.at(-1) as Who, { body: {} });

const callOffMove: Draw = (scene) =>
  operation('POST /api/moves/{volunteer}/calling-off', headOf(scene), {
    params: { volunteer: moverOf(scene).person },
    body: { answer: '不搬了' },
  });

/** From July on it is the year that begins; the preview says how many leave, which changes meanwhile. */
export const changeYear: Draw = (scene) => {
  const { random, now } = scene;
  const who = staffOf(scene);
  const params = { school: scene.world.head.post.scope };
  const year = new Date(now).getUTCMonth() >= 6 ? 2026 : 2025;
  if (random.chance(0.5)) {
    return operation('POST /api/schools/{school}/year-change/undo', who, { params, body: { year } });
  }
  const body = { year, leavingVolunteers: random.pick([1, 1, 2]) };
  return operation('POST /api/schools/{school}/year-change', who, { params, body });
};

/** One leaves, or comes back, by the school's word. */
export const leaveOrReturn: Draw = (scene) => {
  const { world, random } = scene;
  const volunteers = [random.pick([...world.pupils.slice(0, 2), ...world.twins]).person];
  const request = { params: { school: world.head.post.scope }, body: { volunteers } };
  return random.chance(0.3)
    ? operation('POST /api/schools/{school}/leavers', world.head, request)
    : operation('POST /api/schools/{school}/leavers/return', world.head, request);
};
