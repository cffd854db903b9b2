import { describe, expect, test } from 'vitest';
import { administratorOf, confirmAll, dayMs, hourMs, openSquad, recordShift, type Squad } from '../hours/squad.ts';
import { appoint, expectRefusal, openDistrict, welcome } from '../teams/school.ts';
import { atOnceFinal, enrolByRoster, openCampus, pupilsOfFourteen, serve } from './campus.ts';

const publicityEnd = Date.parse('2026-03-09T16:00:00Z');
const february = Date.parse('2026-02-27T02:00:00Z');
const seenBy = async ({ approver, district: { world, east } }: Squad) => {
  await world.settle();
  return approver.must('GET /api/figures', { query: { unit: east.unit } });
};

describe('a school’s figures', () => {
  test('count teams, volunteers, final minutes by month, evidence grades and what waits', async () => {
    const squad = await openCampus(4);
    const { district, members } = squad;
    const { world, east } = district;
    await serve(squad, 120);
    await serve(squad, 60, february, members.slice(0, 2));
    expect(await seenBy(squad)).toMatchObject({ minutes: 0, sessions: 0, waiting: { published: 6 } });
    world.now = publicityEnd;
    await world.tick();
    await squad.signIn();
    await recordShift(squad, { from: world.now - 5 * hourMs, minutes: 60 }, members.slice(0, 3));
    const figures = await seenBy(squad);
    expect(figures).toMatchObject({
      unit: east.unit,
      teams: 1,
      volunteers: { online: 0, offline: 4 },
      minutes: 600,
      sessions: 2,
      late: 0,
      waiting: { recorded: 3, confirmed: 0, published: 0 },
      teamsTop: [{ team: squad.team, name: '青荷队', minutes: 600 }],
      units: [],
      asOf: '2026-03-09T16:00:00.000Z',
    });
    expect(figures.months).toHaveLength(12);
    expect(figures.months[0]).toEqual({ month: '2025-04', minutes: 0, records: 0 });
    expect(figures.months.slice(-2)).toEqual([
      { month: '2026-02', minutes: 120, records: 2 },
      { month: '2026-03', minutes: 480, records: 4 },
    ]);
    expect(figures.grades).toEqual([
      { grade: 'A', records: 0 },
      { grade: 'B', records: 0 },
      { grade: 'C', records: 6 },
      { grade: 'D', records: 0 },
    ]);
  });

  test('count a shift as late from the day after its deadline, until nobody waits in it', async () => {
    const squad = await openCampus(2);
    const { world } = squad.district;
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await world.settle();
    const { items } = await squad.approver.must('GET /api/approvals', { query: { unit: squad.district.east.unit } });
    const lastDay = Date.parse(`${items[0]?.deadline}T15:59:00Z`);
    world.now = lastDay;
    await squad.signIn();
    expect(await seenBy(squad)).toMatchObject({ late: 0, waiting: { confirmed: 2 } });
    world.now = lastDay + 60_000;
    await squad.signIn();
    expect(await seenBy(squad)).toMatchObject({ late: 1 });
    await squad.approver.must('POST /api/shifts/{shift}/approval', { params: { shift }, body: {} });
    expect(await seenBy(squad)).toMatchObject({ late: 0, waiting: { confirmed: 0, published: 2 } });
  });

  test('count stars by the volunteer’s own stage and by the rules of the day', async () => {
    const squad = await openCampus(3);
    const { world, administrator } = squad.district;
    await atOnceFinal(squad.district);
    for (const [key, value] of [
      ['star_junior_1_minutes', 60],
      ['star_junior_2_minutes', 120],
    ] as const)
      await administrator.must('POST /api/rules', { body: { key, value, from: '2026-03-03' } });
    await serve(squad, 60);
    await serve(squad, 60, world.now - 2 * hourMs, squad.members.slice(0, 1));
    const levels = async () => (await seenBy(squad)).stars.map(({ volunteers }) => volunteers);
    expect(await levels()).toEqual([3, 0, 0, 0, 0, 0]);
    world.now += dayMs;
    await squad.signIn();
    expect(await levels()).toEqual([0, 2, 1, 0, 0, 0]);
    const met = async () => (await seenBy(squad)).stars.map((star) => star.met);
    expect(await met()).toEqual([3, 0, 0, 0, 0, 0]);
    await administrator.must('POST /api/sessions', { body: administratorOf() });
    await administrator.must('POST /api/rules', { body: { key: 'stars_months_min', value: 0, from: '2026-03-03' } });
    await serve(squad, 60, world.now - 3 * hourMs, squad.members.slice(0, 1));
    world.now += 8 * dayMs;
    await world.tick();
    await squad.signIn();
    expect(await met()).toEqual([2, 0, 1, 0, 0, 0]);
  });

  test('count a volunteer as online from the PIN on, however often it changes', async () => {
    const squad = await openSquad({ members: 0 });
    const { district } = squad;
    await enrolByRoster(district, district.east, pupilsOfFourteen(2));
    const pupil = await welcome(district, district.east);
    expect(await seenBy(squad)).toMatchObject({ volunteers: { online: 1, offline: 1 } });
    await pupil.client.must('POST /api/session/secret', { body: { old: '492715', new: '306184' } });
    expect(await seenBy(squad)).toMatchObject({ volunteers: { online: 1, offline: 1 } });
  });
});

describe('a district’s figures', () => {
  test('are the sums of its schools, which they name one by one', async () => {
    const squad = await openCampus(3);
    const { district } = squad;
    const { administrator, west, east } = district;
    await atOnceFinal(district);
    await serve(squad, 60);
    const other = await openCampus(2, { ...district, east: west, west: east });
    await serve(other, 120);
    const figures = await administrator.must('GET /api/figures', { query: { unit: district.id } });
    expect(figures).toMatchObject({ teams: 2, volunteers: { online: 0, offline: 5 }, minutes: 420, sessions: 2 });
    expect(figures.units).toMatchObject([
      { unit: east.unit, teams: 1, volunteers: 3, minutes: 180 },
      { unit: west.unit, teams: 1, volunteers: 2, minutes: 240 },
    ]);
    expect(figures.teamsTop.map(({ team }) => team)).toEqual([other.team, squad.team]);
  });
});

describe('who sees figures', () => {
  test('a unit outside the own scope, of another district, or that does not exist is the same not_found', async () => {
    const district = await openDistrict();
    const elsewhere = await openDistrict(district.world, '白石区');
    const { world, east, west, administrator } = district;
    const auditor = await appoint(district, 'auditor', east.unit);
    expect(await auditor.must('GET /api/figures', { query: { unit: east.unit } })).toMatchObject({ teams: 0 });
    for (const unit of [west.unit, district.id, elsewhere.east.unit, world.tools.newId(world.now)])
      await expectRefusal(world, 'not_found', () => auditor.ask('GET /api/figures', { query: { unit } }));
    const query = { unit: elsewhere.id };
    await expectRefusal(world, 'not_found', () => administrator.ask('GET /api/figures', { query }));
  });
});

describe('the public figures', () => {
  test('add up all districts in whole tens and hundreds of hours, and name their schools', async () => {
    const squad = await openCampus(44);
    const { district } = squad;
    await atOnceFinal(district);
    const visitor = district.world.client();
    const shown = () => visitor.must('GET /api/public/figures', {});
    expect(await shown()).toMatchObject({ teams: null, volunteers: 40, minutes: null });
    await serve(squad, 120);
    const elsewhere = await openDistrict(district.world, '白石区');
    await atOnceFinal(elsewhere);
    expect(await shown()).toMatchObject({ minutes: null });
    await serve(await openCampus(9, elsewhere), 120);
    const { schools, ...counts } = await shown();
    expect(counts).toEqual({ teams: null, volunteers: 50, minutes: 6000 });
    const codes = [district.east, district.west, elsewhere.east, elsewhere.west].map(({ code }) => code);
    expect(schools.map(({ code }) => code).sort()).toEqual(codes.sort());
    expect(schools[0]?.name).toMatch(/小学/);
  });
});
