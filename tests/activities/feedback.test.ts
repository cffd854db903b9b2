import { describe, expect, test } from 'vitest';
import { dayMs, goTo, openStage, publish, type Stage, shiftEnd, shiftStart } from './stage.ts';

const link = ({ leader }: Stage, shift: string) =>
  leader.must('GET /api/activity-shifts/{shift}/feedback', { params: { shift } });
const device = (number: number) => `6f9ddc0e-6d3c-4f0b-9a54-${String(number).padStart(12, '0')}`;
const say = ({ world }: Stage, token: string, score: number, number = 1) =>
  world.client().ask('POST /api/feedback/{token}', {
    params: { token },
    body: { score, tags: ['friendly', 'clean'], device: device(number) },
  });

describe('residents’ feedback, POST /api/feedback/{token}', () => {
  test('needs no account, counts once for a device, and names nobody', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const { token } = await link(stage, shift);
    await goTo(stage, shiftStart);
    const seen = await stage.world.client().must('GET /api/feedback/{token}', { params: { token } });
    expect(Object.keys(seen).sort()).toEqual(['day', 'name', 'place', 'until']);
    expect((await say(stage, token, 5)).body).toEqual({ score: 5 });
    expect((await say(stage, token, 1)).body).toEqual({ score: 5 });
    await say(stage, token, 4, 2);
    expect(await link(stage, shift)).toMatchObject({
      count: 2,
      scores: [0, 0, 0, 1, 1],
      tags: { friendly: 2, late: 0 },
    });
  });

  test('a link is good from the start to a week after, for its own shift only', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const { token } = await link(stage, shift);
    const invalid = { code: 'feedback_link_invalid' };
    expect((await say(stage, token, 5)).body).toMatchObject(invalid);
    await goTo(stage, shiftStart);
    const other = token.replace(shift, '0'.repeat(26));
    expect((await say(stage, other, 5)).body).toMatchObject(invalid);
    const later = token.replace('2026-03-11', '2027-03-11');
    expect(later).not.toBe(token);
    expect(
      (await stage.world.client().ask('GET /api/feedback/{token}', { params: { token: later } })).body,
    ).toMatchObject(invalid);
    stage.world.now = shiftEnd + 9 * dayMs;
    expect((await say(stage, token, 5)).body).toMatchObject(invalid);
  });

  test('a flood is held up', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const { token } = await link(stage, shift);
    await goTo(stage, shiftStart);
    for (let number = 1; number <= 40; number++) expect((await say(stage, token, 3, number)).ok).toBe(true);
    expect((await say(stage, token, 3, 41)).body).toMatchObject({ code: 'feedback_paused' });
  });
});
