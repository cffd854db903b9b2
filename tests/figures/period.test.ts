/** The figures of a month and of a school year, for a unit and for a team. */
import { expect, test } from 'vitest';
import { approveAll, confirmAll, dayMs, hourMs, recordShift } from '../hours/squad.ts';
import { addItem, earn, price, stock } from '../rewards/shop.ts';
import { appoint, expectRefusal, welcome } from '../teams/school.ts';
import { atOnceFinal, openCampus, serve } from './campus.ts';

const route = 'GET /api/figures/period';
const february = Date.parse('2026-02-27T02:00:00Z');

test('count what was served in the month, in the school year and by a team, and nothing of other times', async () => {
  const squad = await openCampus(3);
  const { district, team, approver } = squad;
  const { east, world } = district;
  await atOnceFinal(district);
  await serve(squad, 120);
  await serve(squad, 60, february, squad.members.slice(0, 2));
  world.now += 8 * dayMs;
  await world.tick();
  await squad.signIn();
  const of = (period: string, only?: string) =>
    approver.must(route, { query: { unit: east.unit, period, ...(only && { team: only }) } });
  expect(await of('2026-03')).toMatchObject({
    period: '2026-03',
    served: { minutes: 360, records: 3, sessions: 1 },
    points: { issued: 80, spent: 0, expired: 0, pool: 0, outstanding: 80 },
    units: [],
  });
  expect((await of('2026-02')).served).toEqual({ minutes: 120, records: 2, sessions: 1 });
  expect((await of('2025')).served).toEqual({ minutes: 480, records: 5, sessions: 2 });
  expect((await of('2024')).served).toEqual({ minutes: 0, records: 0, sessions: 0 });
  const byTeam = await of('2025', team);
  expect(byTeam.served).toEqual({ minutes: 480, records: 5, sessions: 2 });
  expect(byTeam.points).toBeUndefined();
  expect(byTeam.grades.find(({ grade }) => grade === 'C')).toEqual({ grade: 'C', records: 5 });
});

test('count points that were spent and rewards that were fetched, by kind', async () => {
  const squad = await openCampus(1);
  const { district } = squad;
  const { administrator, east, id, world } = district;
  const item = await addItem(administrator, id);
  await stock(administrator, item, east.desk, 3);
  const pupil = await welcome(district, east);
  await earn(district, pupil.id, 100);
  const body = { item, desk: east.desk, price };
  const { id: redemption, code = '' } = await pupil.client.must('POST /api/redemptions', { body });
  const desk = await appoint(district, 'desk', east.desk);
  await desk.must('POST /api/pick-ups/{code}/hand-over', { params: { code }, body: { redemption } });
  await world.settle();
  const shown = await administrator.must(route, { query: { unit: id, period: '2026-03' } });
  expect(shown.points).toEqual({ issued: 100, spent: 40, expired: 0, pool: 0, outstanding: 60 });
  expect(shown.redemptions.find(({ kind }) => kind === 'stationery')).toEqual({ kind: 'stationery', count: 1 });
  expect(shown.units.map(({ unit }) => unit)).toContain(east.unit);
});

test('count the people that services were for, as leaders saw it, once they are final', async () => {
  const squad = await openCampus(2);
  const { district, approver, team } = squad;
  await atOnceFinal(district);
  await serve(squad, 60);
  await serve(squad, 60, february);
  const of = (only?: string) =>
    approver.must(route, { query: { unit: district.east.unit, period: '2026-03', ...(only && { team: only }) } });
  expect([(await of()).people, (await of(team)).people]).toEqual([30, 30]);
  expect(await approver.must('GET /api/figures', { query: { unit: district.east.unit } })).toMatchObject({
    people: 30,
  });
});

test('count records that were approved after their deadline, in the month of the service', async () => {
  const squad = await openCampus(2);
  const { district, team } = squad;
  const { east, world } = district;
  await atOnceFinal(district);
  const inTime = await recordShift(squad, { minutes: 60 });
  const late = await recordShift(squad, { minutes: 60, from: world.now - 6 * hourMs });
  await confirmAll(squad, inTime);
  await confirmAll(squad, late);
  await approveAll(squad, inTime);
  world.now += 14 * dayMs;
  await squad.signIn();
  await approveAll(squad, late);
  await world.tick();
  for (const only of [undefined, team]) {
    const query = { unit: east.unit, period: '2026-03', ...(only && { team: only }) };
    expect(await squad.approver.must(route, { query })).toMatchObject({ served: { records: 4 }, late: 2 });
  }
});

test('are for the own units only: another’s unit or team is not_found', async () => {
  const squad = await openCampus(1);
  const { district, approver } = squad;
  const { administrator, east, west, world } = district;
  const { id: other } = await administrator.must('POST /api/teams', { body: { unit: west.unit, name: '白鹭队' } });
  const asking = (query: { unit: string; team?: string }) => () =>
    approver.ask(route, { query: { ...query, period: '2026-03' } });
  await expectRefusal(world, 'not_found', asking({ unit: west.unit }));
  await expectRefusal(world, 'not_found', asking({ unit: east.unit, team: other }));
  await expectRefusal(world, 'not_found', asking({ unit: east.unit, team: west.unit }));
  const said = await approver.ask(route, { query: { unit: east.unit, period: '2026-13' } });
  expect(said.body).toMatchObject({ code: 'shape_invalid' });
});
