/** What is certified, and what was made up: certificates that a unit issues, and findings that two agree on. */
import type { Who } from '../../functions/platform/identity/who.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import { operation } from './operation.ts';

const staffOf = ({ world, random }: Scene): Who => random.pick([world.head, world.administrator]);

/** The pupil, the guardian or the school: two of them now and then at the same moment. */
export const askForCertificate: Draw = (scene) => {
  const { random, world, now } = scene;
  const at = random.below(world.pupils.length);
  const [pupil, guardian] = [world.pupils[at] as Who, world.guardians[at] as Who];
  const unit = world.head.post.scope;
  const body = random.chance(0.7) ? { unit } : { unit, to: shanghaiDay(now) };
  if (random.chance(0.6)) return operation('POST /api/me/certificates', random.pick([pupil, guardian]), { body });
  const params = { volunteer: pupil.person };
  return operation('POST /api/volunteers/{volunteer}/certificates', world.head, { params, body });
};

/** By its minutes when it was asked for: corrected meanwhile, it is not what was seen. */
export const decideCertificate: Draw = (scene) => {
  const { random, world, known } = scene;
  const asked = latest(scene, known.certificates);
  if (!asked) return undefined;
  const { id: certificate, volunteer, minutes } = asked;
  const body = random.chance(0.85)
    ? { approved: true as const, minutes }
    : { approved: false as const, answer: '请重新申请' };
  return operation(
    'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision',
    random.pick([...world.approvers, world.head]),
    { params: { volunteer, certificate }, body },
  );
};

/** Mostly of what was objected to: of a record that stands nothing can be found. */
export const proposeFinding: Draw = (scene) => {
  const { random, known } = scene;
  const shift = latest(scene, known.served);
  const served = shift && { shift: shift.id, volunteer: random.pick(shift.volunteers) };
  const record = random.chance(0.7) ? latest(scene, known.objections) : served;
  if (!record) return undefined;
  const about = random.chance(0.85) ? ('volunteer' as const) : ('recorder' as const);
  return operation('POST /api/findings', staffOf(scene), { body: { ...record, about, reason: '借别人的名字签到' } });
};

export const proposeLifting: Draw = (scene) => {
  const finding = latest(scene, scene.known.findings);
  if (!finding) return undefined;
  const body = { reason: '查明是误会' };
  return operation('POST /api/findings/{change}/lifting', staffOf(scene), { params: { change: finding }, body });
};
