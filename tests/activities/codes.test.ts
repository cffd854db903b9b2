import { describe, expect, test } from 'vitest';
import { codeOf, openScene } from './code-scene.ts';
import { forgeries } from './forgeries.ts';
import { codeAt, minuteMs, shiftStart } from './stage.ts';
import { untimely } from './untimely.ts';

const attacks = [...forgeries, ...untimely];

describe('the venue’s code, POST /api/me/attendance', () => {
  test.each(attacks)('%s → %s', async (_, answer, act) => {
    expect(await act(await openScene())).toBe(answer);
  });

  test('at least twenty ways of cheating are on the list', () => {
    expect(attacks.filter(([, answer]) => answer !== 'in').length).toBeGreaterThanOrEqual(20);
  });

  test('a repeat answers with the first time', async () => {
    const scene = await openScene();
    const { client } = scene.pupil;
    const first = await client.must('POST /api/me/attendance', { body: { code: codeOf(scene) } });
    scene.stage.world.now += minuteMs;
    const again = await client.must('POST /api/me/attendance', { body: { code: codeOf(scene) } });
    expect(again).toEqual(first);
  });

  test('a screen has the codes of ten minutes ahead, and none outside the window', async () => {
    const { stage, shift } = await openScene();
    const { items } = await stage.leader.must('GET /api/activity-shifts/{shift}/codes', {
      params: { shift },
      query: { phase: 'in' },
    });
    expect(items).toHaveLength(40);
    expect(new Set(items.map(({ code }) => code)).size).toBe(40);
    expect((await codeAt(stage, shift)).digits).toMatch(/^\d{6}$/);
    const params = { shift };
    const ask = () => stage.leader.ask('GET /api/activity-shifts/{shift}/codes', { params, query: { phase: 'out' } });
    stage.world.now = shiftStart - 31 * minuteMs;
    expect((await ask()).body).toMatchObject({ code: 'attendance_closed' });
    await stage.leader.must('POST /api/activity-shifts/{shift}/cancellation', { params, body: { reason: 'weather' } });
    expect((await ask()).body).toMatchObject({ code: 'shift_cancelled' });
  });
});
