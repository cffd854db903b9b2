/** What a school’s own rules do to its activities: sign-up, withdrawal and check-in. */
import { describe, expect, test } from 'vitest';
import { fromWest, principal, stricter } from '../district/stricter.ts';
import { administratorOf, openSquad } from '../hours/squad.ts';
import { expectRefusal, type Pupil } from '../teams/school.ts';
import { codeOf, openScene, send } from './code-scene.ts';
import { goTo, hourMs, iso, joinTeam, minuteMs, openStage, publish, type Stage, shiftStart, signUp } from './stage.ts';

describe('an activity of the school', () => {
  const freeUntilOf = async (pupil: Pupil, shift: string) => {
    const { freeUntil } = await signUp(pupil, shift);
    const { items } = await pupil.client.must('GET /api/me/sign-ups', { query: {} });
    return [freeUntil, items.find((item) => item.shift === shift)?.freeUntil];
  };
  const westStage = async ({ world, district }: Stage): Promise<Stage> => {
    const squad = await openSquad({ members: 0, district: fromWest(district) });
    return { squad, world, district: squad.district, leader: squad.leader, team: squad.team };
  };

  test('is left without a reason until two days before, at another school until one', async () => {
    const east = await openStage();
    const west = await westStage(east);
    await stricter(await principal(east.district), east.district.east, 'free_cancel_hours', 47);
    const [here, there] = [shiftStart - 47 * hourMs, shiftStart - 24 * hourMs].map(iso);
    const [one, other] = [await joinTeam(east), await joinTeam(west)];
    const shift = await publish(east);
    expect(await freeUntilOf(one, shift)).toEqual([here, here]);
    expect(await freeUntilOf(other, await publish(west))).toEqual([there, there]);
    await goTo(east, shiftStart - 30 * hourMs, [one]);
    const said = await one.client.ask('POST /api/open-shifts/{shift}/withdrawal', { params: { shift }, body: {} });
    expect(said.body).toMatchObject({ code: 'cancel_reason_missing' });
  });

  test('takes what was scanned without network for a shorter time', async () => {
    const scene = await openScene();
    const { district, world } = scene.stage;
    await district.administrator.must('POST /api/sessions', { body: administratorOf() });
    await stricter(await principal(district), district.east, 'offline_scan_hours', 2, '2026-03-04');
    const [code, scannedAt] = [codeOf(scene), iso(world.now + 4000)];
    await goTo(scene.stage, world.now + 2 * hourMs - minuteMs, [scene.pupil, scene.friend]);
    expect(await send(scene.pupil, { code, scannedAt })).toBe('in');
    await goTo(scene.stage, world.now + 2 * minuteMs);
    expect(await send(scene.pupil, { code, scannedAt })).toBe('code_outdated');
  });

  test('is neither shown nor open to whom the school finds too young', async () => {
    const east = await openStage();
    const pupil = await joinTeam(east);
    const shift = await publish(east);
    const open = async () => (await pupil.client.must('GET /api/open-shifts', { query: {} })).items.length;
    expect(await open()).toBe(1);
    await stricter(await principal(east.district), east.district.east, 'hours_age_min', 15);
    expect(await open()).toBe(0);
    await expectRefusal(east.world, 'age_not_met', () =>
      pupil.client.ask('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: {} }),
    );
  });
});
