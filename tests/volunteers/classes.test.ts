import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { everythingStored } from '../teams/school.ts';
import { csv, pupil, pupils } from './lines.ts';
import {
  appointAdministrator,
  classesOf,
  everyPupil,
  importRoster,
  openSchools,
  password,
  preview,
  pupilsOf,
  type Schools,
} from './schools.ts';
import { itemsOf, type Refused, refusalsIn, text } from './stored.ts';

let schools: Schools;
let westOnly: Client;
let abroad: Schools;
let refused: Refused;
/** East's 三(2)班 with 55 pupils of nine, three of them fourteen. */
let className: string;
beforeAll(async () => {
  schools = await openSchools();
  refused = refusalsIn(schools.world);
  westOnly = await appointAdministrator(schools, schools.west);
  abroad = await openSchools(schools.world, '月溪区');
  const { administrator, east } = schools;
  const lines = pupils(55).map((line, at) => (at < 3 ? { ...line, birthDate: '2012-03-02' } : line));
  await importRoster(schools, administrator, east, csv([...lines, { ...pupil(60), class: '七(1)班' }]));
  className = String((await classesOf(administrator, east))[0]?.id);
});

describe('a school’s classes', () => {
  test('are called as they are this school year, and otherwise next year without anything being written', async () => {
    const ownWorld = await openSchools();
    const { administrator, login, east, world } = ownWorld;
    await importRoster(ownWorld, administrator, east, csv([pupil(1), { ...pupil(2), class: '七(1)班' }]));
    const labels = async (client: Client) => (await classesOf(client, east)).map(({ label }) => label);
    expect(await labels(administrator)).toEqual(['三(2)班', '七(1)班']);
    const stored = await itemsOf(world.store, 'Volunteers');
    world.now = Date.parse('2026-08-31T16:00:00Z');
    const september = world.client();
    await september.must('POST /api/sessions', { body: { login, password } });
    expect(await labels(september)).toEqual(['四(2)班', '八(1)班']);
    expect(await itemsOf(world.store, 'Volunteers')).toEqual(stored);
  });

  test('are shown within the asker’s units only', async () => {
    const query = { school: schools.east };
    expect((await schools.administrator.must('GET /api/classes', { query })).items).toHaveLength(2);
    await refused(() => westOnly.ask('GET /api/classes', { query }), 404, 'not_found');
    await refused(() => abroad.administrator.ask('GET /api/classes', { query }), 404, 'not_found');
    await refused(
      () => schools.administrator.ask('GET /api/classes', { query: { school: schools.district } }),
      404,
      'not_found',
    );
  });
});

describe('a class list', () => {
  test('pages in order of number without losing or repeating anybody', async () => {
    const all = (await pupilsOf(schools.administrator, className)).map(({ number }) => number);
    expect(all).toEqual(pupils(55).map(({ number }) => number));
    expect((await pupilsOf(schools.administrator, className, 9)).map(({ number }) => number)).toEqual(all);
  });

  test('knows whose guardian has to consent: not from fourteen years on', async () => {
    const list = await pupilsOf(schools.administrator, className);
    expect(list.slice(2, 4).map(({ age, consent }) => [age, consent])).toEqual([
      [14, 'not_needed'],
      [9, 'missing'],
    ]);
  });

  test('is nothing to others, and a cursor opens no other list', async () => {
    const params = { class: className };
    const list = (client: Client, id: string) => () =>
      client.ask('GET /api/classes/{class}/volunteers', { params: { class: id } });
    await refused(list(westOnly, className), 404, 'not_found');
    await refused(list(abroad.administrator, className), 404, 'not_found');
    await refused(list(schools.administrator, `${className}7`), 404, 'not_found');
    await refused(list(schools.administrator, 'three-two'), 404, 'not_found');
    const { next } = await schools.administrator.must('GET /api/classes/{class}/volunteers', {
      params,
      query: { limit: 2 },
    });
    const forged = `${next}`.replace(/^./, '7');
    const ask = (cursor: string) => () =>
      schools.administrator.ask('GET /api/classes/{class}/volunteers', { params, query: { cursor } });
    await refused(ask(forged), 400, 'cursor_invalid');
    await refused(ask('nonsense'), 400, 'cursor_invalid');
  });
});

test('what is stored tells no name, number, birth date or telephone number of anybody', async () => {
  const line = {
    number: 'CANARYNUMBER',
    name: '金丝雀',
    birthDate: '2016-07-08',
    guardian: '候鸟妈妈',
    phone: '13900001111',
    national: 'G431103201607080023',
  };
  await importRoster(schools, schools.administrator, schools.west, csv([line]));
  expect(await everyPupil(schools.administrator, schools.west)).toMatchObject([{ name: '金丝雀' }]);
  await preview(schools, schools.administrator, schools.west, csv([{ ...line, birthDate: '2016-07-09' }]));
  const stored = text(await everythingStored(schools.world));
  for (const secret of Object.values(line)) expect(stored).not.toContain(secret);
  expect(stored).toContain('0023');
});
