import { describe, expect, test } from 'vitest';
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import { makeWorld, type World } from '../harness.ts';
import { enrolPhone } from './phone.ts';
import { activated, dayMs, openTown, password } from './town.ts';

const found = ({ tools, now }: World, asked: { districtName?: string; login?: string; wantsCodes?: boolean } = {}) =>
  foundDistrictWithAdministrator(tools, { districtName: '青桥区', login: 'admin', name: '管理员', now, ...asked });

describe('the first administrator of a deployment', () => {
  test('a one-time code makes the administrator of a new district, who sees the district’s unit', async () => {
    const world = makeWorld();
    const founded = await found(world);
    const { client, session } = await activated(world, founded?.code);
    expect(session.post).toMatchObject({ role: 'district_admin', unit: founded?.district, unitName: '青桥区' });
    expect(await client.must('GET /api/units', {})).toEqual({
      items: [{ id: founded?.district, kind: 'district', name: '青桥区' }],
    });
  });

  test('until there is a password a lost or expired code is replaced; after that no code is given', async () => {
    const world = makeWorld();
    const first = await found(world);
    world.now += 15 * dayMs;
    const second = await found(world, { login: 'another.login' });
    expect(second).toMatchObject({ district: first?.district, login: 'admin' });
    await expect(activated(world, first?.code)).rejects.toThrow('code_invalid');
    await activated(world, second?.code);
    expect(await found(world)).toBeUndefined();
  });

  test('after 14 days administrators need codes from a phone, until the district says otherwise', async () => {
    const world = makeWorld();
    const founded = await found(world, { wantsCodes: true });
    expect(founded).toMatchObject({ codesFrom: '2026-03-16' });
    const { client, session } = await activated(world, founded?.code);
    expect(session.waits).toBeUndefined();
    const { items } = await client.must('GET /api/rules', {});
    const rule = items.find(({ key }) => key === 'administrator_totp');
    expect(rule).toMatchObject({ value: 0, versions: [{ value: 1, from: '2026-03-16' }] });
    const waitsAfter = async (days: number) => {
      world.now += days * dayMs;
      return (await client.must('POST /api/sessions', { body: { login: 'admin', password } })).waits;
    };
    expect(await waitsAfter(13)).toBeUndefined();
    expect(await waitsAfter(1)).toBe('enrol');
    await enrolPhone(world, client);
    const body = { key: 'administrator_totp', value: 0, from: '2026-03-16' } as const;
    expect((await client.ask('POST /api/rules', { body })).ok).toBe(true);
  });

  test('set up twice at the same moment, one district is founded', async () => {
    const world = makeWorld();
    const [one, other] = await Promise.all([found(world), found(world)]);
    expect(one?.district).toBe(other?.district);
  });

  test('a login of another district is refused, and nothing is founded', async () => {
    const { world, login } = await openTown();
    await expect(found(world, { login })).rejects.toThrow('login_taken');
    expect(await found(world)).toMatchObject({ login: 'admin' });
  });
});
