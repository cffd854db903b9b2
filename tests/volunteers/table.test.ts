import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, everyPage, type Input } from '../../scripts/local/client.ts';
import { csv, pupil, pupils } from './lines.ts';
import {
  appointAdministrator,
  classesOf,
  everyPupil,
  importRoster,
  openSchools,
  pupilsOf,
  type Schools,
  westName,
} from './schools.ts';
import { type Refused, refusalsIn } from './stored.ts';

type Query = NonNullable<Input<'GET /api/volunteers'>['query']>;

let schools: Schools;
let westOnly: Client;
let abroad: Schools;
let refused: Refused;
/** 三(2)班 with 55 pupils, 一(1)班 with two, 三(10)班 with one; the school in the west has three pupils of its own. */
beforeAll(async () => {
  schools = await openSchools();
  refused = refusalsIn(schools.world);
  westOnly = await appointAdministrator(schools, schools.west);
  abroad = await openSchools(schools.world, '月溪区');
  const { administrator, east, west } = schools;
  const others = [
    { number: '20250009', name: '吕 秀英', class: '一(1)班', birthDate: '2018-05-01' },
    { number: '20250010', name: 'Ann Lee', class: '一(1)班', birthDate: '2018-05-01' },
    { ...pupil(70), name: '单雨桐', class: '三(10)班' },
  ];
  await importRoster(schools, administrator, east, csv([...pupils(55), ...others]));
  const western = ['买买提·艾力', '单雨桐', '曾国平'].map((name, at) => ({ ...pupil(at + 1), name }));
  await importRoster(schools, administrator, west, csv(western));
});

const pageOf = (query: Query, client = schools.administrator) => client.must('GET /api/volunteers', { query });
const all = (query: Query, client = schools.administrator) =>
  everyPage((cursor) => pageOf({ ...query, cursor }, client));
const namesOf = async (q: string, unit = schools.district) => (await all({ unit, q })).map(({ name }) => name);

describe('the pupils’ table', () => {
  test('goes class by class, the youngest first, and in a class by number, however long a page is', async () => {
    const { administrator, east } = schools;
    const expected = (await everyPupil(administrator, east)).map(({ id }) => id);
    expect(expected).toHaveLength(58);
    for (const limit of [1, 2, 7, 50]) expect((await all({ unit: east, limit })).map(({ id }) => id)).toEqual(expected);
    expect((await pageOf({ unit: east, limit: 3 })).total).toBe(58);
  });

  test('of a district has the pupils of every school, each with the school', async () => {
    const { administrator, district, east, west } = schools;
    const rows = await all({ unit: district, limit: 9 });
    const expected = [...(await everyPupil(administrator, east)), ...(await everyPupil(administrator, west))];
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect(rows.at(-1)).toMatchObject({ school: west, schoolName: westName });
    expect((await pageOf({ unit: district })).total).toBe(61);
  });

  test('shows a pupil as the class list does, and names the class', async () => {
    const { administrator, east } = schools;
    const [, second] = await classesOf(administrator, east);
    const classId = String(second?.id);
    const rows = await all({ unit: east, class: classId });
    const list = await pupilsOf(administrator, classId);
    expect(rows).toEqual(list.map((row) => ({ ...row, classId, school: east, schoolName: '东风小学' })));
    expect(await pageOf({ unit: east, class: classId, limit: 2 })).toMatchObject({ total: 55 });
    expect(await pageOf({ unit: schools.west, class: classId })).toEqual({ items: [], total: 0 });
  });
});

describe('a search in the pupils’ table', () => {
  test.each([
    ['雨桐', ['单雨桐', '单雨桐']],
    ['吕秀', ['吕秀英']],
    ['shanyu', ['单雨桐', '单雨桐']],
    ['zgp', ['曾国平']],
    ['ZENG guo', ['曾国平']],
    ['lvxiu', ['吕秀英']],
    ['lx', ['吕秀英']],
    ['ann', ['Ann Lee']],
    ['ｌｅｅ', ['Ann Lee']],
    ['20250010', ['Ann Lee']],
    ['2025', ['吕秀英', 'Ann Lee']],
    ['20230070', ['单雨桐']],
    ['艾力', ['买买提·艾力']],
    ['买买提•艾', ['买买提·艾力']],
    ['没有这个人', []],
  ])('%s finds %j', async (q, names) => {
    expect(await namesOf(q)).toEqual(names);
  });

  test('turns pages like the whole table, and says how many it found', async () => {
    const { district, east } = schools;
    const found = await all({ unit: east, q: '张小', limit: 50 });
    expect(found).toHaveLength(55);
    expect(await all({ unit: east, q: '张小', limit: 4 })).toEqual(found);
    expect(await pageOf({ unit: district, q: '雨桐', limit: 1 })).toMatchObject({ total: 2, next: expect.any(String) });
    expect((await pageOf({ unit: district, q: ' ', class: '' })).total).toBe(61);
  });

  test('looks in one class only when one is chosen', async () => {
    const { administrator, east } = schools;
    const classId = String((await classesOf(administrator, east)).find(({ label }) => label === '三(10)班')?.id);
    expect(await pageOf({ unit: east, q: '2023', class: classId })).toMatchObject({
      total: 1,
      items: [{ name: '单雨桐', class: '三(10)班' }],
    });
  });
});

describe('the pupils’ table is closed', () => {
  const ask = (client: Client, query: Query) => () => client.ask('GET /api/volunteers', { query });

  test('to other units and districts', async () => {
    const { district, east, west } = schools;
    await refused(ask(westOnly, { unit: east }), 404, 'not_found');
    await refused(ask(westOnly, { unit: district, q: '雨桐' }), 404, 'not_found');
    await refused(ask(abroad.administrator, { unit: east }), 404, 'not_found');
    expect(await all({ unit: west }, westOnly)).toHaveLength(3);
  });

  test('to a cursor of another list, and to one whose last pupil has gone', async () => {
    const { administrator, east, district } = schools;
    const { next: cursor } = await pageOf({ unit: east, limit: 2 });
    await refused(ask(administrator, { unit: district, cursor }), 400, 'cursor_invalid');
    await refused(ask(administrator, { unit: east, q: '张', cursor }), 400, 'cursor_invalid');
    await refused(ask(administrator, { unit: east, cursor: `7${cursor}` }), 400, 'cursor_invalid');
    const gone = await openSchools();
    const table = (query: Query) => gone.administrator.ask('GET /api/volunteers', { query });
    await importRoster(gone, gone.administrator, gone.east, csv(pupils(3)));
    const first = await gone.administrator.must('GET /api/volunteers', { query: { unit: gone.east, limit: 1 } });
    await importRoster(gone, gone.administrator, gone.east, csv([{ ...pupil(1), class: '七(1)班' }]));
    const again = () => table({ unit: gone.east, cursor: first.next });
    await refusalsIn(gone.world)(again, 400, 'cursor_invalid');
  });
});
