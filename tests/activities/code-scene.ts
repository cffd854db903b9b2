/** A pupil before a leader's screen, and ways to send what is on it. */
import { venueCode, venueDigits } from '../../functions/activities/venue-code.ts';
import type { Pupil } from '../teams/school.ts';
import { goTo, joinTeam, minuteMs, openStage, publish, type Stage, shiftStart, signUp } from './stage.ts';

export const stepMs = 15_000;
export interface Scene {
  readonly stage: Stage;
  readonly shift: string;
  /** Another shift of the same team at the same time, to which nobody signed up. */
  readonly other: string;
  readonly pupil: Pupil;
  /** Signed in at the same school, not signed up. */
  readonly friend: Pupil;
}
export async function openScene(): Promise<Scene> {
  const stage = await openStage();
  const [pupil, friend] = [await joinTeam(stage), await joinTeam(stage)];
  const [shift, other] = [await publish(stage), await publish(stage)];
  await signUp(pupil, shift);
  await goTo(stage, shiftStart - 10 * minuteMs, [pupil, friend]);
  return { stage, shift, other, pupil, friend };
}

type Phase = 'in' | 'out';
type Sent = { code: string; scannedAt?: string } | { shift: string; phase: Phase; digits: string };
export const send = async ({ client }: Pupil, body: Sent, key?: string) => {
  const said = await client.ask('POST /api/me/attendance', { body, key });
  return said.ok ? said.body.state : said.body.code;
};
export const codeOf = (
  { stage, shift }: Scene,
  more: { shift?: string; phase?: Phase; step?: number; district?: string } = {},
) => {
  const step = Math.floor(stage.world.now / stepMs) + (more.step ?? 0);
  return venueCode(stage.world.tools, {
    district: more.district ?? stage.district.id,
    shift: more.shift ?? shift,
    phase: more.phase ?? 'in',
    step,
  });
};
export const digitsOf = ({ stage, shift }: Scene, step = 0, phase: Phase = 'in') =>
  venueDigits(stage.world.tools, {
    district: stage.district.id,
    shift,
    phase,
    step: Math.floor(stage.world.now / stepMs) + step,
  });
export const comeIn = (scene: Scene) => send(scene.pupil, { code: codeOf(scene) });
