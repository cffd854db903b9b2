import { describe, expect, test } from 'vitest';
import {
  goTo,
  hourMs,
  iso,
  joinAll,
  joinTeam,
  openStage,
  publish,
  type Stage,
  shiftStart,
  signUp,
  stateOf,
} from './stage.ts';

const onePlace = { roles: [{ name: '引导员', places: 1 }] };

describe('the waiting list', () => {
  const full = async (waiting: number) => {
    const stage = await openStage();
    const shift = await publish(stage, onePlace);
    const [holder, ...others] = await joinAll(stage, waiting + 1);
    if (!holder) throw new Error('Nobody joined');
    await signUp(holder, shift);
    for (const other of others) {
      stage.world.now += 1000;
      await signUp(other, shift);
    }
    return { stage, shift, holder, others };
  };
  const withdraw = (pupil: { client: Stage['leader'] }, shift: string, reason?: 'ill') =>
    pupil.client.ask('POST /api/open-shifts/{shift}/withdrawal', { params: { shift }, body: { reason } });
  const accept = (pupil: { client: Stage['leader'] }, shift: string) =>
    pupil.client.ask('POST /api/open-shifts/{shift}/acceptance', { params: { shift }, body: {} });

  test('§6.6 waiting-list confirm: a place that comes free goes to the first, who has twelve hours', async () => {
    const { stage, shift, holder, others } = await full(2);
    const [first, second] = others;
    if (!first || !second) throw new Error('Two wait');
    const mine = await second.client.must('GET /api/open-shifts/{shift}', { params: { shift } });
    expect(mine.mine).toMatchObject({ state: 'waiting', position: 2 });
    await withdraw(holder, shift);
    await stage.world.settle();
    const offered = await first.client.must('GET /api/open-shifts/{shift}', { params: { shift } });
    expect(offered.mine).toMatchObject({ state: 'offered', offerUntil: iso(stage.world.now + 12 * hourMs) });
    expect((await accept(second, shift)).body).toMatchObject({ code: 'sign_up_not_open' });
    expect((await accept(first, shift)).body).toMatchObject({ state: 'signed' });
    expect((await accept(holder, shift)).body).toMatchObject({ code: 'sign_up_not_open' });
    await stage.world.settle();
    const told = await first.client.must('GET /api/me/notices', { query: {} });
    expect(told.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['activity_waiting', 'activity_offered', 'activity_signed']),
    );
  });

  test('who does not confirm in time makes room for the next one, by the clock', async () => {
    const { stage, shift, holder, others } = await full(2);
    const [first, second] = others;
    if (!first || !second) throw new Error('Two wait');
    await withdraw(holder, shift);
    await stage.world.settle();
    await goTo(stage, stage.world.now + 12 * hourMs, [first, second]);
    expect((await accept(first, shift)).body).toMatchObject({ code: 'sign_up_not_open' });
    await stage.world.tick();
    const lapsed = await first.client.must('GET /api/open-shifts/{shift}', { params: { shift } });
    expect(lapsed.mine).toMatchObject({ state: 'lapsed' });
    expect((await accept(second, shift)).body).toMatchObject({ state: 'signed' });
  });

  test('§6.6 waiting-list confirm: on the last day the answer is due in two hours', async () => {
    const { stage, shift, holder, others } = await full(1);
    await goTo(stage, shiftStart - 20 * hourMs, [holder, ...others]);
    expect((await withdraw(holder, shift)).body).toMatchObject({ code: 'cancel_reason_missing' });
    expect((await withdraw(holder, shift, 'ill')).body).toMatchObject({ state: 'cancelled' });
    await stage.world.settle();
    const mine = await others[0]?.client.must('GET /api/open-shifts/{shift}', { params: { shift } });
    expect(mine?.mine?.offerUntil).toBe(iso(stage.world.now + 2 * hourMs));
  });

  test('whoever takes an offer must have the time free', async () => {
    const { stage, shift, holder, others } = await full(1);
    const [first] = others;
    if (!first) throw new Error('One waits');
    await signUp(first, await publish(stage));
    await withdraw(holder, shift);
    await stage.world.settle();
    expect((await accept(first, shift)).body).toMatchObject({ code: 'sign_up_overlap' });
  });

  test('a newcomer does not overtake those who wait', async () => {
    const { stage, shift, others } = await full(1);
    await stage.world.settle();
    await stage.leader.must('PUT /api/activity-shifts/{shift}', { params: { shift }, body: { places: [2] } });
    const newcomer = await joinTeam(stage);
    expect(await signUp(newcomer, shift)).toMatchObject({ state: 'waiting', position: 2 });
    await stage.world.settle();
    expect(await stateOf(stage, shift, others[0]?.id ?? '')).toBe('offered');
  });
});
