import { beforeAll, describe, expect, test } from 'vitest';
import { readPeople } from '../../functions/volunteers/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import {
  appointAdministrator,
  classesOf,
  csv,
  everyPupil,
  everythingStored,
  importRoster,
  itemsOf,
  openSchools,
  password,
  preview,
  pupil,
  pupils,
  pupilsOf,
  type Schools,
  text,
} from './schools.ts';

let schools: Schools;
let westOnly: Client;
let abroad: Schools;
/** East's 三(2)班 with 55 pupils of nine, three of them fourteen. */
let className: string;
beforeAll(async () => {
  schools = await openSchools();
  westOnly = await appointAdministrator(schools, schools.west);
  abroad = await openSchools(schools.world, '月溪区');
  const { administrator, east } = schools;
  const lines = pupils(55).map((line, at) => (at < 3 ? { ...line, birthDate: '2012-03-02' } : line));
  await importRoster(schools, administrator, east, csv([...lines, { ...pupil(60), class: '七(1)班' }]));
  className = String((await classesOf(administrator, east))[0]?.id);
});

async function refused(ask: () => Promise<{ status: number; body: unknown }>, status: number, code: string) {
  const before = await everythingStored(schools.world);
  expect(await ask()).toMatchObject({ status, body: { code } });
  expect(await everythingStored(schools.world)).toEqual(before);
}

describe('a school’s classes', () => {
  test('are called as they are this school year, and otherwise next year without anything being written', async () => {
    const { administrator, login, east, world } = schools;
    const labels = async (client: Client) => (await classesOf(client, east)).map(({ label }) => label);
    expect(await labels(administrator)).toEqual(['三(2)班', '七(1)班']);
    const [march, stored] = [world.now, await itemsOf(world.store, 'Volunteers')];
    world.now = Date.parse('2026-08-31T16:00:00Z');
    const september = world.client();
    await september.must('POST /api/sessions', { body: { login, password } });
    expect(await labels(september)).toEqual(['四(2)班', '八(1)班']);
    expect(await itemsOf(world.store, 'Volunteers')).toEqual(stored);
    world.now = march;
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

describe('paper consents', () => {
  const body = (volunteers: string[], more = {}) => ({
    volunteers,
    textVersion: '2026-1',
    signedOn: '2026-02-20',
    ...more,
  });

  test('of a whole class are registered in one call, a result for each, and once however often it is sent', async () => {
    const { administrator, world, district, east } = schools;
    const list = await pupilsOf(administrator, className);
    const [elsewhere] = await pupilsOf(administrator, String((await classesOf(administrator, east))[1]?.id));
    const asked = [...list.map(({ id }) => id), String(elsewhere?.id)];
    const params = { class: className };
    const { items } = await administrator.must('POST /api/classes/{class}/consents', { params, body: body(asked) });
    expect(items.map(({ outcome }) => outcome)).toEqual([...list.map(() => 'done'), 'not_found']);
    expect((await pupilsOf(administrator, className)).every(({ consent }) => consent === 'given')).toBe(true);
    const people = await readPeople(world.tools, district, asked);
    expect(people.map((person) => person?.consented)).toEqual([...list.map(() => true), false]);
    const before = await everythingStored(world);
    expect(
      (await administrator.must('POST /api/classes/{class}/consents', { params, body: body(asked) })).items,
    ).toEqual(items);
    expect(await everythingStored(world)).toEqual(before);
  });

  test('survive a new roster and a new text', async () => {
    const { administrator, east, world } = schools;
    const [first] = await pupilsOf(administrator, className);
    const renewed = body([String(first?.id)], { textVersion: '2026-2' });
    await administrator.must('POST /api/classes/{class}/consents', { params: { class: className }, body: renewed });
    await importRoster(schools, administrator, east, csv([{ ...pupil(1), birthDate: '2012-03-02', guardian: '张某' }]));
    expect((await pupilsOf(administrator, className))[0]).toMatchObject({ consent: 'given' });
    const history = await world.store.query({
      table: 'Volunteers',
      pk: `T#${schools.district}#V#${first?.id}`,
      sk: { prefix: 'CONSENT#' },
      limit: 10,
    });
    expect(history.items.map(({ textVersion }) => textVersion)).toEqual(['2026-1', '2026-2']);
  });

  test('are refused for a class of another school, and for a date that has not come', async () => {
    const register =
      (client: Client, id: string, more = {}) =>
      () =>
        client.ask('POST /api/classes/{class}/consents', { params: { class: id }, body: body([schools.east], more) });
    await refused(register(westOnly, className), 404, 'not_found');
    await refused(register(abroad.administrator, className), 404, 'not_found');
    await refused(register(schools.administrator, className, { signedOn: '2026-03-03' }), 400, 'shape_invalid');
  });
});

describe('login cards', () => {
  const pin = '492715';

  test('let a pupil set a PIN, which the class list then shows', async () => {
    const { administrator, world } = schools;
    const cards = await administrator.must('POST /api/classes/{class}/activation-codes', {
      params: { class: className },
      body: {},
    });
    expect(cards.items).toHaveLength(55);
    expect(new Set(cards.items.map(({ code }) => code)).size).toBe(55);
    const [card] = cards.items;
    const session = await world.client().must('POST /api/activations', { body: { code: String(card?.code), pin } });
    expect(session).toMatchObject({
      person: card?.id,
      post: { role: 'volunteer', scope: card?.id, unit: schools.east },
    });
    const body = { school: cards.school, number: String(card?.number), pin };
    expect(await world.client().must('POST /api/sessions', { body })).toMatchObject({ person: card?.id });
    expect((await pupilsOf(administrator, className)).map(({ activated }) => activated).slice(0, 2)).toEqual([
      true,
      false,
    ]);
  });

  test('printed again make the older ones worthless', async () => {
    const { administrator, world } = schools;
    const [, second] = await pupilsOf(administrator, className);
    const body = { volunteers: [String(second?.id)] };
    const print = async () => {
      const cards = await administrator.must('POST /api/classes/{class}/activation-codes', {
        params: { class: className },
        body,
      });
      expect(cards.items).toMatchObject([{ id: second?.id, name: second?.name }]);
      return String(cards.items[0]?.code);
    };
    const [older, newer] = [await print(), await print()];
    expect(await world.client().ask('POST /api/activations', { body: { code: older, pin } })).toMatchObject({
      status: 404,
    });
    expect(await world.client().must('POST /api/activations', { body: { code: newer, pin } })).toMatchObject({
      person: second?.id,
    });
  });

  test('are not printed for a class of another school, or for somebody who is not in the class', async () => {
    const print = (client: Client, volunteers?: string[]) => () =>
      client.ask('POST /api/classes/{class}/activation-codes', { params: { class: className }, body: { volunteers } });
    await refused(print(westOnly), 404, 'not_found');
    await refused(print(abroad.administrator), 404, 'not_found');
    await refused(print(schools.administrator, [schools.east]), 404, 'not_found');
  });
});

test('nothing of a pupil can be read in what is stored: names, numbers, birth dates and telephone numbers are sealed', async () => {
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
  const tables = await Promise.all(
    (['Volunteers', 'Jobs', 'Access'] as const).map((table) => itemsOf(schools.world.store, table)),
  );
  const stored = text(tables);
  for (const secret of Object.values(line)) expect(stored).not.toContain(secret);
  expect(stored).toContain('0023');
});
