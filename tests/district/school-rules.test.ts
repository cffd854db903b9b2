/** A school's own rules through the API: GET and POST /api/schools/{school}/rules. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Client, Input } from '../../scripts/local/client.ts';
import { appoint, openTown, principal, refused, type Town, welcome } from '../access/town.ts';

type Rule = Input<'POST /api/schools/{school}/rules'>['body'];
const today = '2026-03-02';
const set = (client: Client, unit: string, rule: Partial<Rule> = {}, key?: string) =>
  client.ask('POST /api/schools/{school}/rules', {
    params: { school: unit },
    body: { key: 'publicity_working_days', value: 8, from: today, ...rule },
    key,
  });
const rulesOf = async (client: Client, unit: string, on?: string) =>
  (await client.must('GET /api/schools/{school}/rules', { params: { school: unit }, query: { on } })).items;
const shown = async (client: Client, unit: string, on?: string, key = 'publicity_working_days') =>
  (await rulesOf(client, unit, on)).find((rule) => rule.key === key);
const ofDistrict = ({ admin }: Town, value: number, from: string) =>
  admin.must('POST /api/rules', { body: { key: 'publicity_working_days', value, from } });

describe('a school’s own rules', () => {
  test('say what the district has, which way is stricter, and what the school has set from which day on', async () => {
    const town = await openTown();
    const school = await principal(town);
    const { unit } = town.east;
    expect(await shown(school, unit)).toMatchObject({
      title: '公示期',
      meaning: expect.any(String),
      stricter: 'higher',
      district: 5,
      value: 5,
      versions: [],
    });
    expect((await set(school, unit, { value: 8, from: '2026-03-09' })).body).toEqual({
      key: 'publicity_working_days',
      value: 8,
      from: '2026-03-09',
    });
    await set(school, unit, { value: 6, from: '2026-09-01' });
    const on = async (day: string) => {
      const rule = await shown(school, unit, day);
      return [rule?.district, rule?.own, rule?.value];
    };
    expect(await on('2026-03-08')).toEqual([5, undefined, 5]);
    expect(await on('2026-03-09')).toEqual([5, 8, 8]);
    expect(await on('2026-09-01')).toEqual([5, 6, 6]);
    expect((await shown(school, unit))?.versions.map(({ value, from }) => [value, from])).toEqual([
      [8, '2026-03-09'],
      [6, '2026-09-01'],
    ]);
    expect(await shown(school, town.east.unit, '2026-03-09', 'points_per_hour')).toBeUndefined();
    expect((await shown(town.admin, town.west.unit, '2026-03-09'))?.value).toBe(5);
  });

  test('looser than the district’s of that day are refused, and nothing has changed; the same is not', async () => {
    const town = await openTown();
    const school = await principal(town);
    const { unit } = town.east;
    await ofDistrict(town, 7, '2026-04-01');
    expect(await refused(town.world, () => set(school, unit, { value: 4 }))).toBe('rule_looser');
    expect(await refused(town.world, () => set(school, unit, { value: 6, from: '2026-04-01' }))).toBe('rule_looser');
    const cap = { key: 'day_minutes_max_primary', value: 181 } as const;
    expect(await refused(town.world, () => set(school, unit, cap))).toBe('rule_looser');
    expect((await set(school, unit, { value: 4 })).body).toMatchObject({ detail: '区里从那天起是 5 工作日' });
    expect((await set(school, unit, { value: 6, from: '2026-03-31' })).status).toBe(201);
    expect((await set(school, unit, { value: 7, from: '2026-04-01' })).status).toBe(201);
  });

  test('a district that becomes stricter later is followed; one that loosens is not', async () => {
    const town = await openTown();
    const school = await principal(town);
    const { unit } = town.east;
    await set(school, unit, { value: 8 });
    await ofDistrict(town, 10, '2026-05-01');
    await ofDistrict(town, 0, '2026-06-01');
    const on = async (day: string) => (await shown(school, unit, day))?.value;
    expect([await on('2026-04-30'), await on('2026-05-01'), await on('2026-06-01')]).toEqual([8, 10, 8]);
    const west = async (day: string) => (await shown(town.admin, town.west.unit, day))?.value;
    expect([await west('2026-05-01'), await west('2026-06-01')]).toEqual([10, 0]);
  });

  test('have the rule’s range, start today in Shanghai or later, and leave the rest to the district', async () => {
    const town = await openTown();
    const school = await principal(town);
    const { unit } = town.east;
    expect(await refused(town.world, () => set(school, unit, { value: 31 }))).toBe('rule_value_invalid');
    expect(await refused(town.world, () => set(school, unit, { from: '2026-03-01' }))).toBe('rule_in_past');
    for (const key of ['points_per_hour', 'star_primary_1_minutes', 'consent_age', 'pick_up_days'] as const) {
      const said = await set(school, unit, { key: key as Rule['key'], value: 60 });
      expect(said.body).toMatchObject({ code: 'shape_invalid', errors: [{ pointer: '/body/key' }] });
    }
  });

  test('the same key sets once and shows the rule as it is now', async () => {
    const town = await openTown();
    const school = await principal(town);
    const key = randomUUID();
    await set(school, town.east.unit, { value: 8 }, key);
    await set(school, town.east.unit, { value: 9 });
    const again = await set(school, town.east.unit, { value: 8 }, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual({ key: 'publicity_working_days', value: 9, from: today });
  });
});

describe('who', () => {
  test('is of another school finds nothing, to read or to set; a unit that is no school has none', async () => {
    const town = await openTown();
    const foreign = (await appoint(town, 'western', 'unit_admin', town.west.unit)).client;
    const { unit } = town.east;
    expect(await refused(town.world, () => set(foreign, unit))).toBe('not_found');
    const reading = (client: Client, of: string) => () =>
      client.ask('GET /api/schools/{school}/rules', { params: { school: of }, query: {} });
    expect(await refused(town.world, reading(foreign, unit))).toBe('not_found');
    const pupil = (await welcome(town, { number: '20230188', school: town.west })).client;
    expect(await refused(town.world, reading(pupil, unit))).toBe('not_found');
    const community = (await appoint(town, 'office', 'unit_admin', town.community)).client;
    expect(await refused(town.world, () => set(community, town.community))).toBe('not_found');
    expect(await refused(town.world, reading(community, town.community))).toBe('not_found');
    expect(await refused(town.world, reading(town.admin, town.district))).toBe('not_found');
  });

  test('belongs to the school reads them, and only its administrator sets them', async () => {
    const town = await openTown();
    const { unit } = town.east;
    await set(await principal(town), unit, { value: 8 });
    const { client: pupil } = await welcome(town);
    expect(await shown(pupil, unit)).toMatchObject({ district: 5, own: 8, value: 8 });
    const approver = (await appoint(town, 'approving', 'approver', unit)).client;
    for (const client of [pupil, approver, town.admin])
      expect(await refused(town.world, () => set(client, unit))).toBe('post_not_allowed');
  });
});
