import { describe, expect, test } from 'vitest';
import { schoolMorning } from '../harness.ts';
import { appointLeader } from '../teams/school.ts';
import { activityAsk, crossing, hourMs, iso, joinTeam, openStage, shiftStart, signUp } from './stage.ts';

describe('publishing, POST /api/activities', () => {
  test('a duty of a fortnight in one form: holidays are left out, both times of the other days are there', async () => {
    const { leader } = await openStage();
    const { activity, shifts } = await leader.must('POST /api/activities', { body: activityAsk({ duty: crossing }) });
    // Ten weekdays without Monday, 6 April, the day after Qingming.
    expect(shifts).toHaveLength(18);
    expect(activity).toMatchObject({ first: '2026-03-30', last: '2026-04-10', shifts: 18 });
    expect(shifts.map(({ from }) => from)).not.toContain('2026-04-05T23:20:00.000Z');
    expect(shifts[0]?.from).toBe('2026-03-29T23:20:00.000Z');
  });

  test('a swapped Saturday is a day of duty for a duty of the whole week, not for one of single weekdays', async () => {
    const { leader } = await openStage();
    const swapped = { ...crossing, first: '2026-05-09', last: '2026-05-09' };
    const whole = await leader.must('POST /api/activities', { body: activityAsk({ duty: swapped }) });
    expect(whole.shifts).toHaveLength(2);
    const mondays = { ...swapped, weekdays: [1] };
    const said = await leader.ask('POST /api/activities', { body: activityAsk({ duty: mondays }) });
    expect(said.body).toMatchObject({ code: 'no_shifts' });
  });

  test('the district’s own holiday is left out', async () => {
    const { leader, district } = await openStage();
    const body = { day: '2026-04-01', kind: 'holiday', name: '运动会' } as const;
    await district.administrator.must('POST /api/calendar', { body });
    const { shifts } = await leader.must('POST /api/activities', { body: activityAsk({ duty: crossing }) });
    expect(shifts).toHaveLength(16);
  });

  test('the same key publishes once, and the shifts that were cut off are made by the repeat', async () => {
    const { leader, team } = await openStage();
    const ask = { body: activityAsk({ duty: crossing }), key: '6f9ddc0e-6d3c-4f0b-9a54-0d9a5cf2f011' };
    const once = await leader.must('POST /api/activities', ask);
    expect(await leader.must('POST /api/activities', ask)).toEqual(once);
    const { items } = await leader.must('GET /api/activity-shifts', { query: { team } });
    expect(items).toHaveLength(18);
  });

  test.each([
    ['a high risk without insurance', { riskLevel: 2 }, 'insurance_missing'],
    ['a shift that has begun', { shifts: [{ from: iso(schoolMorning), to: iso(schoolMorning + 1) }] }, 'shift_started'],
    ['more shifts than a year of duty has', { duty: { ...crossing, last: '2027-12-31' } }, 'shifts_too_many'],
    ['dates without a day of duty', { duty: { ...crossing, weekdays: [7] } }, 'no_shifts'],
  ])('%s is refused, and nothing is published', async (_, wrong, code) => {
    const { leader, team } = await openStage();
    const said = await leader.ask('POST /api/activities', { body: activityAsk(wrong) });
    expect(said.body).toMatchObject({ code });
    expect((await leader.must('GET /api/activities', { query: { team } })).items).toEqual([]);
  });

  const [time, span] = [
    { from: iso(shiftStart), to: iso(shiftStart + hourMs) },
    { from: '07:20', to: '07:50' },
  ];
  const inShanghai = { from: '2026-03-04T14:00:00+08:00', to: '2026-03-04T15:00:00+08:00' };
  test.each([
    ['shifts', { shifts: [time, time] }],
    ['shifts, written in two ways', { shifts: [time, inShanghai] }],
    ['hours of a duty', { duty: { ...crossing, spans: [span, span] } }],
  ])('the same time twice among the %s is shape_invalid, and nothing is published', async (_, twice) => {
    const { leader, team } = await openStage();
    const said = await leader.ask('POST /api/activities', { body: { ...activityAsk(), shifts: undefined, ...twice } });
    expect(said.body).toMatchObject({ code: 'shape_invalid' });
    const { items } = await leader.must('GET /api/activities', { query: { team } });
    expect(items).toEqual([]);
    const { activity } = await leader.must('POST /api/activities', { body: activityAsk() });
    const copied = { params: { activity: activity.id }, body: twice };
    expect((await leader.ask('POST /api/activities/{activity}/copies', copied)).body).toMatchObject({
      code: 'shape_invalid',
    });
  });
});

describe('copying, POST /api/activities/{activity}/copies', () => {
  test('last term’s programme comes again in new dates, without those who took part', async () => {
    const stage = await openStage();
    const { leader } = stage;
    const { activity } = await leader.must('POST /api/activities', { body: activityAsk() });
    const pupil = await joinTeam(stage);
    const { items } = await leader.must('GET /api/activity-shifts', { query: { team: stage.team } });
    await signUp(pupil, items[0]?.id ?? '');
    const duty = { ...crossing, first: '2026-09-01', last: '2026-09-04' };
    const copy = await leader.must('POST /api/activities/{activity}/copies', {
      params: { activity: activity.id },
      body: { duty },
    });
    expect(copy.activity).toMatchObject({
      name: activity.name,
      conditions: activity.conditions,
      roles: activity.roles,
    });
    const shown = await leader.must('GET /api/activity-shifts/{shift}', {
      params: { shift: copy.shifts[0]?.id ?? '' },
    });
    expect(shown).toMatchObject({ people: [], isDuty: true });
    expect(copy.shifts).toHaveLength(8);
    const again = (body: { duty: typeof duty }) =>
      leader.ask('POST /api/activities/{activity}/copies', { params: { activity: activity.id }, body });
    expect((await again({ duty: { ...duty, last: '2028-01-01' } })).body).toMatchObject({ code: 'shifts_too_many' });
    expect((await again({ duty: { ...duty, weekdays: [6] } })).body).toMatchObject({ code: 'no_shifts' });
    const past = { ...duty, first: '2026-02-02', last: '2026-02-03' };
    expect((await again({ duty: past })).body).toMatchObject({ code: 'shift_started' });
  });

  test('of another team there is nothing to copy', async () => {
    const stage = await openStage();
    const { activity } = await stage.leader.must('POST /api/activities', { body: activityAsk() });
    const { administrator, east } = stage.district;
    const { id: team } = await administrator.must('POST /api/teams', { body: { unit: east.unit, name: '白鹭队' } });
    const stranger = await appointLeader(stage.district, team);
    const said = await stranger.ask('POST /api/activities/{activity}/copies', {
      params: { activity: activity.id },
      body: { shifts: [{ from: iso(shiftStart), to: iso(shiftStart + hourMs) }] },
    });
    expect(said.body).toMatchObject({ code: 'not_found' });
    const lists = await stranger.ask('GET /api/activities', { query: { team: stage.team } });
    expect(lists.body).toMatchObject({ code: 'not_found' });
    const shifts = await stranger.ask('GET /api/activity-shifts', { query: { team: stage.team } });
    expect(shifts.body).toMatchObject({ code: 'not_found' });
    const cut = await stage.leader.ask('GET /api/activities', { query: { team: stage.team, cursor: 'made.up' } });
    expect(cut.body).toMatchObject({ code: 'cursor_invalid' });
    const cutShifts = await stage.leader.ask('GET /api/activity-shifts', {
      query: { team: stage.team, cursor: 'made.up' },
    });
    expect(cutShifts.body).toMatchObject({ code: 'cursor_invalid' });
  });
});
