/** What is asked for when something is to be put right, and when somebody takes a consent back. */
import type { Who } from '../../functions/platform/identity/who.ts';
import { consentScopes } from '../../shared/rules/consent.ts';
import { standardConsentText } from '../../shared/rules/consent-text.ts';
import { type Draw, latest, type Scene } from './drawing.ts';
import { operation } from './operation.ts';

const guardianOf = ({ world }: Scene, volunteer: string) =>
  world.guardians.find(({ post }) => post.scope === volunteer);
const pupilOf = ({ world }: Scene, volunteer: string) => world.pupils.find(({ person }) => person === volunteer);

export const object: Draw = (scene) => {
  const { random, known } = scene;
  const approval = latest(scene, known.approvals);
  const volunteer = approval && random.pick(approval.shift.volunteers);
  const who = volunteer && (random.chance(0.5) ? pupilOf(scene, volunteer) : guardianOf(scene, volunteer));
  if (!who) return undefined;
  const [params, body] = [{ shift: approval.shift.id }, { reason: 'wrong_time' as const, text: '时间不对' }];
  return operation('POST /api/me/records/{shift}/objection', who, { params, body });
};

export const decideObjection: Draw = (scene) => {
  const { random, known, world } = scene;
  const objected = latest(scene, known.objections);
  if (!objected) return undefined;
  const body = { decision: random.pick(['upheld', 'dismissed', 'returned'] as const), answer: '已核实' };
  return operation('POST /api/shifts/{shift}/objections/{volunteer}', random.pick(world.approvers), {
    params: objected,
    body,
  });
};

/** The guardian, the school for a guardian, or the pupil. */
export const withdrawConsent: Draw = (scene) => {
  const { random, world, now } = scene;
  const { person: volunteer } = random.pick(world.pupils);
  if (random.chance(0.3)) {
    const body = { on: new Date(now - dayMs).toISOString().slice(0, 10) };
    return operation('POST /api/volunteers/{volunteer}/consent/withdrawal', world.head, {
      params: { volunteer },
      body,
    });
  }
  return operation('POST /api/me/consent/withdrawal', speakerFor(scene, volunteer));
};
const dayMs = 24 * 3_600_000;

/** At the moment at which somebody approves what those have served who may be named. */
export const withdrawAtApproval: Draw = (scene) => {
  const { random, known, world } = scene;
  const approved = known.shifts.at(-1)?.volunteers.filter((one) => world.juniors.has(one)) ?? [];
  if (approved.length === 0) return undefined;
  return operation('POST /api/me/consent/withdrawal', speakerFor(scene, random.pick(approved)));
};

/** Now and then somebody leaves publicity or rewards out. */
export const giveConsent: Draw = (scene) => {
  const { random, world } = scene;
  const scopes = consentScopes.filter((scope) => scope === 'roster' || scope === 'hours' || random.chance(0.9));
  const body = { textVersion: standardConsentText.version, scopes };
  return operation('POST /api/me/consent', speakerFor(scene, random.pick(world.pupils).person), { body });
};

/** Only the eldest is old enough to speak alone. */
function speakerFor(scene: Scene, volunteer: string): Who {
  const { world, random } = scene;
  const [eldest] = world.pupils;
  const own = eldest?.person === volunteer && random.chance(0.5) ? eldest : undefined;
  return own ?? (guardianOf(scene, volunteer) as Who);
}

/** Whom the consents left out is added when they have come. */
export const addLate: Draw = (scene) => {
  const shift = latest(scene, scene.known.shifts);
  if (!shift) return undefined;
  const leaders = scene.world.leaders.filter(({ post }) => post.scope === shift.team);
  return operation('POST /api/shifts/{shift}/late-records', scene.random.pick(leaders), {
    params: { shift: shift.id },
    body: {},
  });
};

export const proposeCorrection: Draw = (scene) => {
  const { random, known, world } = scene;
  const shift = random.chance(0.5) ? latest(scene, known.served) : random.pick(known.served.slice(0, 6));
  if (!shift) return undefined;
  const body = {
    shift: shift.id,
    volunteer: random.pick(shift.volunteers),
    minutes: random.pick([0, 30, 60]),
    reason: '提前离开',
  };
  return operation('POST /api/corrections', random.pick(world.approvers), { body });
};

export const proposePoints: Draw = ({ random, world }) => {
  const who = random.pick([world.head, world.administrator]);
  const { person: volunteer } = random.pick(world.pupils);
  if (random.chance(0.5)) return operation('POST /api/waivers', who, { body: { volunteer, reason: '学年末核销' } });
  const points = random.pick([-10, 40, 60, 60]);
  return operation('POST /api/adjustments', who, { body: { volunteer, points, reason: '补记' } });
};

export const decideChange: Draw = (scene) => {
  const { random, known, world } = scene;
  // The last ones only, and not of one mind: two decide about the same change at the same moment.
  const change = latest(scene, known.changes.slice(-2));
  if (!change) return undefined;
  const body = { approved: random.chance(0.6), answer: '已核实' };
  const who = random.pick([...world.approvers, world.head]);
  return operation('POST /api/changes/{change}/decision', who, { params: { change }, body });
};

export const donate: Draw = ({ random, world }) =>
  operation('POST /api/donations', random.pick(world.pupils), { body: { points: random.pick([5, 10, 20]) } });
