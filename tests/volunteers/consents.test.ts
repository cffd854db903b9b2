import { beforeAll, describe, expect, test } from 'vitest';
import { readPeople } from '../../functions/volunteers/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import { csv, pupil, pupils } from './lines.ts';
import { appointAdministrator, classesOf, importRoster, openSchools, pupilsOf, type Schools } from './schools.ts';
import { everythingStored, type Refused, refusalsIn } from './stored.ts';

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

describe('paper consents', () => {
  const body = (volunteers: string[], more = {}) => ({
    volunteers,
    textVersion: '2026-1',
    signedOn: '2026-02-20',
    ...more,
  });

  test('of a class are registered in one call, a result for each, once however often it is sent', async () => {
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
