import { describe, expect, test } from 'vitest';
import { appointLeader } from '../teams/school.ts';
import {
  activityAsk,
  crossing,
  dayMs,
  goTo,
  hourMs,
  iso,
  joinTeam,
  openStage,
  publish,
  shiftStart,
  signUp,
} from './stage.ts';

describe('changing one shift, PUT /api/activity-shifts/{shift}', () => {
  test('one shift of a series moves, and the others stay', async () => {
    const stage = await openStage();
    const { leader, team } = stage;
    const { shifts } = await leader.must('POST /api/activities', { body: activityAsk({ duty: crossing }) });
    const shift = shifts[1]?.id ?? '';
    const time = { from: '2026-03-30T09:00:00.000Z', to: '2026-03-30T09:30:00.000Z' };
    const changed = await leader.must('PUT /api/activity-shifts/{shift}', {
      params: { shift },
      body: { place: '西门', time },
    });
    expect(changed).toMatchObject({ place: '西门', ...time });
    const { items } = await leader.must('GET /api/activity-shifts', { query: { team } });
    expect(items.filter(({ place }) => place === '西门')).toHaveLength(1);
    expect(items).toHaveLength(18);
  });

  test('those who signed up move along, and whoever has promised the new time elsewhere is freed', async () => {
    const stage = await openStage();
    const [free, busy] = [await joinTeam(stage), await joinTeam(stage)];
    const shift = await publish(stage);
    const later = shiftStart + 4 * hourMs;
    const other = await publish(stage, { shifts: [{ from: iso(later), to: iso(later + hourMs) }] });
    await signUp(free, shift);
    await signUp(busy, shift);
    await signUp(busy, other);
    const time = { from: iso(later), to: iso(later + hourMs) };
    await stage.leader.must('PUT /api/activity-shifts/{shift}', { params: { shift }, body: { time } });
    await stage.world.settle();
    const mine = await free.client.must('GET /api/me/sign-ups', { query: {} });
    expect(mine.items).toMatchObject([{ shift, state: 'signed', ...time }]);
    const theirs = await busy.client.must('GET /api/me/sign-ups', { query: {} });
    expect(theirs.items.find((one) => one.shift === shift)).toMatchObject({ state: 'freed' });
  });

  test('places grow and shrink, never below those who have one', async () => {
    const stage = await openStage();
    const { leader } = stage;
    const shift = await publish(stage);
    await signUp(await joinTeam(stage), shift);
    await signUp(await joinTeam(stage), shift);
    const set = (places: number[]) =>
      leader.ask('PUT /api/activity-shifts/{shift}', { params: { shift }, body: { places } });
    expect((await set([1])).body).toMatchObject({ code: 'places_taken' });
    expect((await set([5])).body).toMatchObject({ roles: [{ places: 5, free: 3 }] });
    await goTo(stage, shiftStart);
    expect((await set([6])).body).toMatchObject({ code: 'shift_started' });
  });
});

describe('calling off, POST /api/activity-shifts/{shift}/cancellation', () => {
  test('everybody is freed and told, the time can be promised again, and nothing more happens there', async () => {
    const stage = await openStage();
    const { leader, world } = stage;
    const shift = await publish(stage);
    const pupils = [await joinTeam(stage), await joinTeam(stage), await joinTeam(stage)] as const;
    for (const pupil of pupils) await signUp(pupil, shift);
    const off = { params: { shift }, body: { reason: 'weather', note: '雷雨' } } as const;
    await leader.must('POST /api/activity-shifts/{shift}/cancellation', off);
    await world.settle();
    for (const { client } of pupils) {
      const { items } = await client.must('GET /api/me/sign-ups', { query: {} });
      expect(items).toMatchObject([{ state: 'freed' }]);
      const told = await client.must('GET /api/me/notices', { query: {} });
      expect(told.items.map(({ kind }) => kind)).toContain('activity_called_off');
    }
    const again = await publish(stage);
    expect(await signUp(pupils[0], again)).toMatchObject({ state: 'signed' });
    const late = await pupils[1].client.ask('POST /api/open-shifts/{shift}/sign-up', { params: { shift }, body: {} });
    expect(late.body).toMatchObject({ code: 'shift_cancelled' });
    const change = { params: { shift }, body: { place: '西门' } };
    expect((await leader.ask('PUT /api/activity-shifts/{shift}', change)).body).toMatchObject({
      code: 'shift_cancelled',
    });
    await leader.must('POST /api/activity-shifts/{shift}/cancellation', off);
    await goTo(stage, shiftStart + dayMs);
    const over = { params: { shift: again }, body: { reason: 'other' } } as const;
    expect((await leader.ask('POST /api/activity-shifts/{shift}/cancellation', over)).body).toMatchObject({
      code: 'shift_started',
    });
  });

  test('a foreign leader finds no shift to change, to call off or to look at', async () => {
    const stage = await openStage();
    const shift = await publish(stage);
    const { administrator, east } = stage.district;
    const { id: team } = await administrator.must('POST /api/teams', { body: { unit: east.unit, name: '白鹭队' } });
    const stranger = await appointLeader(stage.district, team);
    const params = { shift };
    const named = { volunteers: ['0'.repeat(26)] };
    const said = [
      await stranger.ask('PUT /api/activity-shifts/{shift}', { params, body: {} }),
      await stranger.ask('POST /api/activity-shifts/{shift}/cancellation', { params, body: { reason: 'other' } }),
      await stranger.ask('GET /api/activity-shifts/{shift}', { params }),
      await stranger.ask('GET /api/activity-shifts/{shift}/codes', { params, query: { phase: 'in' } }),
      await stranger.ask('GET /api/activity-shifts/{shift}/feedback', { params }),
      await stranger.ask('POST /api/activity-shifts/{shift}/attendance', {
        params,
        body: { ...named, what: 'in', means: 'tick' },
      }),
      await stranger.ask('PUT /api/activity-shifts/{shift}/head-counts', { params, body: { start: 1 } }),
      await stranger.ask('PUT /api/activity-shifts/{shift}/helper', { params, body: {} }),
      await stranger.ask('POST /api/activity-shifts/{shift}/departures', {
        params,
        body: { ...named, at: iso(shiftStart) },
      }),
      await stranger.ask('POST /api/activity-shifts/{shift}/excuses', { params, body: { ...named, reason: '病' } }),
      await stranger.ask('POST /api/activity-shifts/{shift}/records', { params, body: {} }),
      await stranger.ask('POST /api/activity-shifts/{shift}/sign-ups', { params, body: named }),
      await stranger.ask('POST /api/activity-shifts/{shift}/requests', {
        params,
        body: { ...named, decision: 'admit' },
      }),
    ];
    for (const { body } of said) expect(body).toMatchObject({ code: 'not_found' });
  });
});
