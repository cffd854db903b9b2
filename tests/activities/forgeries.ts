/** What is tried with the venue's code itself at POST /api/me/attendance, and the answer each try gets. */
import { venueCode } from '../../functions/activities/venue-code.ts';
import { makeWorld } from '../harness.ts';
import { openDistrict, welcome } from '../teams/school.ts';
import { codeOf, comeIn, digitsOf, type Scene, send, stepMs } from './code-scene.ts';
import { minuteMs } from './stage.ts';

export type Attack = readonly [what: string, answer: string, act: (scene: Scene) => Promise<string>];
/** A state is the answer of a code that is accepted; a repeat finds what was there. */
export const forgeries: readonly Attack[] = [
  ['the code on the screen', 'in', comeIn],
  ['the code of the step before', 'in', (scene) => send(scene.pupil, { code: codeOf(scene, { step: -1 }) })],
  [
    'the six digits under it',
    'in',
    (scene) => send(scene.pupil, { shift: scene.shift, phase: 'in', digits: digitsOf(scene) }),
  ],
  [
    'a duplicate with another key',
    'in',
    async (scene) => {
      await comeIn(scene);
      return comeIn(scene);
    },
  ],
  [
    'a replay with the same key, a minute later',
    'in',
    async (scene) => {
      const [code, key] = [codeOf(scene), '6f9ddc0e-6d3c-4f0b-9a54-0d9a5cf2f021'];
      await send(scene.pupil, { code }, key);
      scene.stage.world.now += minuteMs;
      return send(scene.pupil, { code }, key);
    },
  ],
  [
    'the same key with another code',
    'key_reused',
    async (scene) => {
      const key = '6f9ddc0e-6d3c-4f0b-9a54-0d9a5cf2f022';
      await send(scene.pupil, { code: codeOf(scene) }, key);
      return send(scene.pupil, { code: codeOf(scene, { phase: 'out' }) }, key);
    },
  ],
  [
    'a photo forwarded to a friend who did not sign up',
    'not_signed_up',
    (scene) => send(scene.friend, { code: codeOf(scene) }),
  ],
  [
    'a photo that arrives two steps late',
    'code_outdated',
    (scene) => send(scene.pupil, { code: codeOf(scene, { step: -2 }) }),
  ],
  [
    'a photo of yesterday’s duty',
    'code_outdated',
    (scene) => send(scene.pupil, { code: codeOf(scene, { step: -5760 }) }),
  ],
  [
    'a code of the future, out of the leader’s store',
    'code_outdated',
    (scene) => send(scene.pupil, { code: codeOf(scene, { step: 1 }) }),
  ],
  [
    'a code of another shift',
    'not_signed_up',
    (scene) => send(scene.pupil, { code: codeOf(scene, { shift: scene.other }) }),
  ],
  [
    'a code signed for a shift that does not exist',
    'not_signed_up',
    (scene) => send(scene.pupil, { code: codeOf(scene, { shift: '0'.repeat(26) }) }),
  ],
  [
    'a code of another district',
    'code_wrong',
    (scene) => send(scene.pupil, { code: codeOf(scene, { district: '1'.repeat(26) }) }),
  ],
  [
    'a good code at another school of the district',
    'not_signed_up',
    async (scene) => send(await welcome(scene.stage.district, scene.stage.district.west), { code: codeOf(scene) }),
  ],
  [
    'a good code in another district',
    'code_wrong',
    async (scene) => {
      const far = await openDistrict(scene.stage.world, '白云区');
      return send(await welcome(far, far.east), { code: codeOf(scene) });
    },
  ],
  [
    'a code of another deployment’s key',
    'code_wrong',
    async (scene) => {
      const { tools } = makeWorld();
      const step = Math.floor(scene.stage.world.now / stepMs);
      const of = { district: scene.stage.district.id, shift: scene.shift, phase: 'in' as const, step };
      return send(scene.pupil, { code: venueCode(tools, of) });
    },
  ],
  [
    'a code whose signature was changed by one character',
    'code_wrong',
    (scene) => {
      const code = codeOf(scene);
      return send(scene.pupil, { code: `${code.slice(0, -6)}${code.at(-6) === 'A' ? 'B' : 'A'}${code.slice(-5)}` });
    },
  ],
  [
    'an old code with its step set to now',
    'code_wrong',
    (scene) => {
      const [, shift, phase, , mac] = codeOf(scene, { step: -40 }).split('.');
      return send(scene.pupil, { code: `v1.${shift}.${phase}.${Math.floor(scene.stage.world.now / stepMs)}.${mac}` });
    },
  ],
  [
    'a check-in code turned into one for check-out',
    'code_wrong',
    async (scene) => {
      await comeIn(scene);
      return send(scene.pupil, { code: codeOf(scene).replace('.in.', '.out.') });
    },
  ],
  [
    'a code whose shift was exchanged',
    'code_wrong',
    (scene) => send(scene.pupil, { code: codeOf(scene, { shift: scene.other }).replace(scene.other, scene.shift) }),
  ],
  [
    'a code of an unknown version',
    'code_wrong',
    (scene) => send(scene.pupil, { code: codeOf(scene).replace('v1', 'v2') }),
  ],
  ['a code with something behind it', 'code_wrong', (scene) => send(scene.pupil, { code: `${codeOf(scene)}A` })],
  [
    'the step spelled with a zero before it',
    'code_wrong',
    (scene) => send(scene.pupil, { code: codeOf(scene).replace('.in.', '.in.0') }),
  ],
  ['no code at all', 'code_wrong', (scene) => send(scene.pupil, { code: '' })],
  [
    'checking out without having come',
    'not_checked_in',
    (scene) => send(scene.pupil, { code: codeOf(scene, { phase: 'out' }) }),
  ],
];
