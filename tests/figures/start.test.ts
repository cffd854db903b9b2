/** A school's first day: what is ready and what is missing. */
import { expect, test } from 'vitest';
import { birthDateAt, openFamily, paper } from '../guardians/family.ts';
import { openSquad, recordShift } from '../hours/squad.ts';
import { addItem, stock } from '../rewards/shop.ts';
import { expectRefusal, openDistrict } from '../teams/school.ts';
import { bothCounts, enrolByRoster, pupilsOfFourteen } from './campus.ts';

const route = 'GET /api/figures/start';

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

test('is for the own schools only: another’s is not_found', async () => {
  const district = await openDistrict();
  const elsewhere = await openDistrict(district.world, '白石区');
  const query = { unit: elsewhere.east.unit };
  await expectRefusal(district.world, 'not_found', () => district.administrator.ask(route, { query }));
});
