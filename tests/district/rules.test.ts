import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readCalendar, readSettings } from '../../functions/district/index.ts';
import type { Client, Input } from '../../scripts/local/client.ts';
import { appoint, openTown, refused, welcome } from '../access/town.ts';

type Rule = Input<'POST /api/rules'>['body'];
const set = (client: Client, rule: Partial<Rule>, key?: string) =>
  client.ask('POST /api/rules', { body: { key: 'points_per_hour', value: 12, from: '2026-03-02', ...rule }, key });
const shown = async (client: Client, key: string, on?: string) =>
  (await client.must('GET /api/rules', { query: { on } })).items.find((item) => item.key === key);

describe('rules', () => {
  test('everybody reads each rule with its meaning, its source, its range and its value today', async () => {
    const town = await openTown();
    const { client } = await welcome(town);
    expect(await shown(client, 'points_per_hour')).toMatchObject({
      title: '每小时积分',
      meaning: expect.any(String),
      source: expect.any(String),
      value: 10,
      default: 10,
      versions: [],
    });
  });

  test('a new value holds from its first day on and not before, and both versions stay on record', async () => {
    const town = await openTown();
    await set(town.admin, { value: 12, from: '2026-03-02' });
    expect((await set(town.admin, { value: 15, from: '2026-09-01' })).status).toBe(201);
    const on = async (day: string) => (await readSettings(town.world.tools, town.district, day)).points_per_hour;
    expect([await on('2026-03-01'), await on('2026-03-02'), await on('2026-08-31'), await on('2026-09-01')]).toEqual([
      10, 12, 12, 15,
    ]);
    expect(await shown(town.admin, 'points_per_hour', '2026-09-01')).toMatchObject({
      value: 15,
      versions: [
        { value: 12, from: '2026-03-02' },
        { value: 15, from: '2026-09-01' },
      ],
    });
    expect((await shown(town.admin, 'points_per_hour'))?.value).toBe(12);
  });

  test('a value outside the rule’s range is refused', async () => {
    const { world, admin } = await openTown();
    for (const value of [0, 61, -1])
      expect(await refused(world, () => set(admin, { value }))).toBe('rule_value_invalid');
    const young = () => set(admin, { key: 'hours_age_min', value: 9 });
    expect(await refused(world, young)).toBe('rule_value_invalid');
  });

  test('a rule cannot start yesterday, and today is Shanghai’s day', async () => {
    const { world, admin } = await openTown();
    expect(await refused(world, () => set(admin, { from: '2026-03-01' }))).toBe('rule_in_past');
    world.now = Date.parse('2026-03-02T15:59:59Z');
    await admin.must('POST /api/sessions', { body: { login: 'admin.0', password: 'plum blossom by the river 8' } });
    expect((await set(admin, { from: '2026-03-02' })).ok).toBe(true);
    world.now += 1000;
    expect(await refused(world, () => set(admin, { from: '2026-03-02' }))).toBe('rule_in_past');
  });

  test('a rule nobody knows is not one of the choices', async () => {
    const { admin } = await openTown();
    const said = await set(admin, { key: 'points_per_smile' as Rule['key'] });
    expect(said.body).toMatchObject({ code: 'shape_invalid', errors: [{ pointer: '/body/key' }] });
  });

  test('the same key sets once and shows the rule as it is now', async () => {
    const { admin } = await openTown();
    const key = randomUUID();
    await set(admin, { value: 12 }, key);
    await set(admin, { value: 14 });
    const again = await set(admin, { value: 12 }, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual({ key: 'points_per_hour', value: 14, from: '2026-03-02' });
  });

  test('a rule of one district means nothing in another', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    await set(town.admin, { value: 12 });
    expect(await shown(other.admin, 'points_per_hour')).toMatchObject({ value: 10, versions: [] });
  });

  test('only a district’s administrator sets rules', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    expect(await refused(town.world, () => set(client, {}))).toBe('post_not_allowed');
  });
});

describe('the calendar', () => {
  const declare = (client: Client, body: Input<'POST /api/calendar'>['body'], key?: string) =>
    client.ask('POST /api/calendar', { body, key });

  test('a district declares days working or free, and the last word on a day holds', async () => {
    const { world, district, admin } = await openTown();
    const key = randomUUID();
    await declare(admin, { day: '2026-05-29', kind: 'holiday', name: '校运会' }, key);
    await declare(admin, { day: '2026-05-30', kind: 'working' });
    await declare(admin, { day: '2026-05-30', kind: 'holiday' });
    expect(await admin.must('GET /api/calendar', {})).toEqual({
      items: [
        { day: '2026-05-29', kind: 'holiday', name: '校运会' },
        { day: '2026-05-30', kind: 'holiday' },
      ],
    });
    expect(await readCalendar(world.tools, district)).toEqual({ '2026-05-29': 'holiday', '2026-05-30': 'holiday' });
    const again = await declare(admin, { day: '2026-05-29', kind: 'holiday', name: '校运会' }, key);
    expect(again.body).toEqual({ day: '2026-05-29', kind: 'holiday', name: '校运会' });
  });

  test('a day that does not exist is refused, and only a district’s administrator declares days', async () => {
    const town = await openTown();
    expect((await declare(town.admin, { day: '2026-02-30', kind: 'working' })).body).toMatchObject({
      code: 'shape_invalid',
    });
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    expect(await refused(town.world, () => declare(client, { day: '2026-05-29', kind: 'holiday' }))).toBe(
      'post_not_allowed',
    );
  });
});
