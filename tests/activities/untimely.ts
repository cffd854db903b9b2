/** What is tried at POST /api/me/attendance at the wrong time, by the wrong person, or with a code's digits. */

import { codeOf, comeIn, digitsOf, send, stepMs } from './code-scene.ts';
import type { Attack } from './forgeries.ts';
import { dayMs, goTo, hourMs, iso, joinTeam, minuteMs, shiftEnd, shiftStart, signUp } from './stage.ts';

export const untimely: readonly Attack[] = [
  [
    'half an hour and a minute before the start',
    'attendance_closed',
    (scene) => {
      scene.stage.world.now = shiftStart - 31 * minuteMs;
      return send(scene.pupil, { code: codeOf(scene) });
    },
  ],
  [
    'a minute after the planned end',
    'attendance_closed',
    async (scene) => {
      await goTo(scene.stage, shiftEnd + minuteMs, [scene.pupil]);
      return send(scene.pupil, { code: codeOf(scene) });
    },
  ],
  [
    'checking out more than half an hour after the end',
    'attendance_closed',
    async (scene) => {
      await comeIn(scene);
      await goTo(scene.stage, shiftEnd + 31 * minuteMs, [scene.pupil]);
      return send(scene.pupil, { code: codeOf(scene, { phase: 'out' }) });
    },
  ],
  [
    'a code after the shift was called off',
    'shift_cancelled',
    async (scene) => {
      const params = { shift: scene.shift };
      await scene.stage.leader.must('POST /api/activity-shifts/{shift}/cancellation', {
        params,
        body: { reason: 'weather' },
      });
      return send(scene.pupil, { code: codeOf(scene) });
    },
  ],
  [
    'somebody who only waits for a place',
    'sign_up_not_open',
    async (scene) => {
      await signUp(scene.friend, scene.shift);
      const third = await joinTeam(scene.stage);
      await signUp(third, scene.shift);
      return send(third, { code: codeOf(scene) });
    },
  ],
  [
    'digits of two steps ago',
    'code_wrong',
    (scene) => send(scene.pupil, { shift: scene.shift, phase: 'in', digits: digitsOf(scene, -2) }),
  ],
  [
    'check-in digits for check-out',
    'code_wrong',
    (scene) => send(scene.pupil, { shift: scene.shift, phase: 'out', digits: digitsOf(scene) }),
  ],
  [
    'trying digits, eleven at once',
    'code_tries_paused',
    async (scene) => {
      const wrong = String((Number(digitsOf(scene)) + 7) % 1_000_000).padStart(6, '0');
      let said = '';
      for (let tries = 0; tries < 11; tries++) {
        said = await send(scene.pupil, { shift: scene.shift, phase: 'in', digits: wrong });
      }
      return said;
    },
  ],
  [
    'a scan without network, handed in three hours later',
    'in',
    async (scene) => {
      const [code, scannedAt] = [codeOf(scene), iso(scene.stage.world.now + 4000)];
      await goTo(scene.stage, scene.stage.world.now + 3 * hourMs, [scene.pupil]);
      return send(scene.pupil, { code, scannedAt });
    },
  ],
  [
    'the same scan, handed in without saying when',
    'code_outdated',
    async (scene) => {
      const code = codeOf(scene);
      await goTo(scene.stage, scene.stage.world.now + 3 * hourMs, [scene.pupil]);
      return send(scene.pupil, { code });
    },
  ],
  [
    'a late scan whose phone says another hour',
    'code_outdated',
    async (scene) => {
      const [code, scannedAt] = [codeOf(scene), iso(scene.stage.world.now + hourMs)];
      await goTo(scene.stage, scene.stage.world.now + 3 * hourMs, [scene.pupil]);
      return send(scene.pupil, { code, scannedAt });
    },
  ],
  [
    'a scan handed in after more than a day',
    'code_outdated',
    async (scene) => {
      const [code, scannedAt] = [codeOf(scene), iso(scene.stage.world.now)];
      await goTo(scene.stage, scene.stage.world.now + dayMs + hourMs, [scene.pupil]);
      return send(scene.pupil, { code, scannedAt });
    },
  ],
  [
    'a late scan of a code from before the check-in window',
    'attendance_closed',
    async (scene) => {
      const code = codeOf(scene, { step: -120 });
      const scannedAt = iso(scene.stage.world.now - 120 * stepMs);
      return send(scene.pupil, { code, scannedAt });
    },
  ],
];
