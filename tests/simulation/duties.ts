/** What leaders do besides entering a shift: a week's sheet, ratings; and a second registration's times. */
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import { weekTimes } from './known.ts';
import { operation } from './operation.ts';

export const service = {
  name: '护学岗',
  place: '校门口',
  content: '引导',
  category: 'other' as const,
  risk: '车辆',
  contact: '值班',
};

/** Two half days of this week or the last one, some of them still to come or too long ago. */
export const saveWeek: Draw = (scene) => {
  const { world, random, now } = scene;
  const today = shanghaiDay(now);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const week = addDays(today, 1 - weekday - (random.chance(0.5) ? 7 : 0));
  const first = random.between(1, 4);
  const cells = (['morning', 'afternoon'] as const).map((half, at) => {
    const volunteers = world.pupils.filter(() => random.chance(0.3)).map(({ person }) => person);
    return {
      weekday: first + at,
      half,
      volunteers: volunteers.length > 0 ? volunteers : [world.pupils[0]?.person ?? ''],
    };
  });
  const late = random.chance(0.3) ? { makeUpReason: '当天没有网络' } : {};
  const body = { ...service, ...late, week, times: weekTimes, cells };
  return operation('POST /api/week-sheets', random.pick(world.leaders), { body });
};

export const rate: Draw = (scene) => {
  const { world, random } = scene;
  const shift = latest(scene, scene.known.shifts);
  if (!shift) return undefined;
  const leaders = world.leaders.filter(({ post }) => post.scope === shift.team);
  const ratings = shift.volunteers.map((volunteer) => ({ volunteer, quality: random.pick([5, 5, 3]) }));
  return operation('PUT /api/shifts/{shift}/ratings', random.pick(leaders), {
    params: { shift: shift.id },
    body: { ratings },
  });
};

/** In the evening, when nobody else serves: two registrations of a child do not stand in each other's way. */
export const recordTwin: Draw = ({ world, random, now }) => {
  const day = addDays(shanghaiDay(now), -random.between(1, 2));
  const hour = random.between(18, 21);
  const at = (clock: number) => new Date(Date.parse(`${day}T${clock}:00:00+08:00`)).toISOString();
  const participants = [{ volunteer: random.pick(world.twins).person }];
  const body = { ...service, from: at(hour), to: at(hour + 1), participants };
  return operation('POST /api/shifts', random.pick(world.leaders), { body });
};

/** Whatever is open of the second registrations, so that they can become one with the first. */
export const finishTwin: Draw = (scene) => {
  const { world, random, known } = scene;
  const twins = new Set(world.twins.map(({ person }) => person));
  const shift = latest(
    scene,
    known.shifts.filter(({ volunteers }) => volunteers.every((one) => twins.has(one))),
  );
  if (!shift) return undefined;
  const params = { shift: shift.id };
  const [first] = world.leaders.filter(({ post }) => post.scope === shift.team);
  if (first && random.chance(0.4)) {
    return operation('POST /api/shifts/{shift}/confirmation', first, { params, body: {} });
  }
  return operation('POST /api/shifts/{shift}/approval', random.pick(world.approvers), { params, body: {} });
};

/** By the link beside the public list, without an account. */
export const objectInPublic: Draw = (scene: Scene) => {
  const { world, random, known } = scene;
  const approval = latest(scene, known.approvals);
  if (!approval) return undefined;
  const { id: shift, volunteers } = approval.shift;
  const volunteer = random.pick(volunteers);
  const said = { reason: 'wrong_time' as const, text: '他不在' };
  return operation('POST /api/publicity/{school}/objections', random.pick(world.guardians), {
    params: { school: '330101' },
    body: { link: world.link, shift, person: world.refOf(shift, volunteer), ...said },
  });
};
