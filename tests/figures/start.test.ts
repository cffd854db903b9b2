/** A school's first day: what is ready and what is missing. */
import { expect, test } from 'vitest';
import { birthDateAt, openFamily, paper } from '../guardians/family.ts';
import { openSquad, recordShift } from '../hours/squad.ts';
import { addItem, stock } from '../rewards/shop.ts';
import { appoint, expectRefusal, openDistrict } from '../teams/school.ts';
import { bothCounts, enrolByRoster, pupilsOfFourteen } from './campus.ts';

const route = 'GET /api/figures/start';
const setPupils = 'PUT /api/schools/{school}/pupils';

test('says of every school what it has ready, and which have not begun', async () => {
  const district = await openDistrict();
  const { administrator, east, west, id, world } = district;
  const of = async (unit = id) => (await administrator.must(route, { query: { unit } })).items;
  const nothing = { pupils: 0, consented: 0, online: 0, teams: 0, approvers: 0, stocked: false, started: false };
  expect(await of()).toMatchObject([
    { unit: east.unit, ...nothing },
    { unit: west.unit, ...nothing },
  ]);
  await enrolByRoster(district, east, pupilsOfFourteen(2));
  const family = await openFamily([birthDateAt.eleven], district);
  await paper(family, family.children);
  const squad = await openSquad({ members: 1, district });
  await world.settle();
  expect(await of(east.unit)).toMatchObject([{ pupils: 2, consented: 1, teams: 1, approvers: 1, started: false }]);
  const seniors = pupilsOfFourteen(2).map((line) => ({ ...line, class: '高一(1)班', birthDate: '2010-09-15' }));
  await enrolByRoster(district, west, seniors);
  await world.settle();
  expect(await of(west.unit)).toMatchObject([{ pupils: 2, consented: 2 }]);
  await recordShift(squad);
  const item = await addItem(administrator, id);
  await stock(administrator, item, east.desk, 1);
  await world.settle();
  expect(await of(east.unit)).toMatchObject([{ stocked: true, started: true }]);
  expect(await of(west.unit)).toMatchObject([{ stocked: false, started: false }]);
  await stock(administrator, item, east.desk, -1);
  await world.settle();
  expect(await of(east.unit)).toMatchObject([{ stocked: false }]);
  const { counted, fromZero } = await bothCounts(district);
  expect(counted).toEqual(fromZero);
});

test('tells how many of a school’s pupils are on the roster, once somebody has said how many there are', async () => {
  const district = await openDistrict();
  const { administrator, east, west, id, world } = district;
  const expect1200 = (client: typeof administrator, school: string, pupilsExpected = 1200) =>
    client.ask(setPupils, { params: { school }, body: { pupilsExpected } });
  const principal = await appoint(district, 'unit_admin', east.unit);
  const of = async (unit = id) => (await administrator.must(route, { query: { unit } })).items;
  expect((await of()).map(({ pupilsExpected }) => pupilsExpected)).toEqual([undefined, undefined]);
  expect(await expect1200(principal, east.unit)).toMatchObject({ body: { id: east.unit, pupilsExpected: 1200 } });
  await expectRefusal(world, 'not_found', () => expect1200(principal, west.unit));
  await expectRefusal(world, 'not_found', () => expect1200(administrator, id));
  const founded = { kind: 'school', name: '河西小学', parent: id, code: '462817', pupilsExpected: 300 } as const;
  await administrator.must('POST /api/units', { body: founded });
  expect((await of()).map(({ pupilsExpected }) => pupilsExpected)).toEqual([1200, undefined, 300]);
  await administrator.must('PUT /api/units/{unit}', { params: { unit: east.unit }, body: { name: '城东一小' } });
  expect(await of(east.unit)).toMatchObject([{ name: '城东一小', pupilsExpected: 1200 }]);
  await expect1200(administrator, east.unit, 0);
  expect((await of(east.unit))[0]?.pupilsExpected).toBeUndefined();
});

test('is for the own schools only: another’s is not_found', async () => {
  const district = await openDistrict();
  const elsewhere = await openDistrict(district.world, '白石区');
  const query = { unit: elsewhere.east.unit };
  await expectRefusal(district.world, 'not_found', () => district.administrator.ask(route, { query }));
});
