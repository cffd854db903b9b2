import { describe, expect, test } from 'vitest';
import { openTown, password, refused, type Town } from './town.ts';

const writes = (town: Town) =>
  [
    ['POST /api/sessions', { body: { login: town.login, password } }],
    ['POST /api/staff', { body: { login: 'colleague', name: '陈老师', role: 'approver', scope: town.east.unit } }],
    ['POST /api/units', { body: { kind: 'street', name: '河西街道', parent: town.district } }],
  ] as const;

describe('what a write must carry', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://elsewhere.example', host: 'bank.example' }],
    [{ origin: 'null', host: 'bank.example' }],
  ])('a write that comes from another site is refused: %o', async (headers) => {
    const town = await openTown();
    for (const [name, input] of writes(town)) {
      expect(await refused(town.world, () => town.admin.ask(name, { ...input, headers }))).toBe('origin_foreign');
    }
  });

  test('a write that is not JSON is refused, so that no form of another site can make one', async () => {
    const town = await openTown();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      for (const [name, input] of writes(town)) {
        const ask = () => town.admin.ask(name, { ...input, headers: { 'content-type': type } });
        expect(await refused(town.world, ask)).toBe('media_type_unsupported');
      }
    }
  });

  test('a write without an idempotency key is refused, but whoever signs in needs none', async () => {
    const town = await openTown();
    const [signIn, ...others] = writes(town);
    expect((await town.world.client().ask(signIn[0], { ...signIn[1], key: 'none' })).ok).toBe(true);
    for (const [name, input] of others) {
      expect(await refused(town.world, () => town.admin.ask(name, { ...input, key: 'none' }))).toBe('key_missing');
    }
  });

  test('without a session a route for signed-in people says so, and changes nothing', async () => {
    const town = await openTown();
    for (const [name, input] of writes(town).slice(1)) {
      expect(await refused(town.world, () => town.world.client().ask(name, input))).toBe('sign_in_needed');
    }
  });

  test('a body with unknown or wrongly shaped fields is refused with a pointer to each', async () => {
    const { world, login } = await openTown();
    const pointers = async (
      body: { login: string; password: string } | { school: string; number: string; pin: string },
    ) => {
      const said = await world.client().ask('POST /api/sessions', { body });
      return said.ok ? [] : (said.body.errors ?? []).map(({ pointer }) => pointer);
    };
    expect(await pointers({ school: '12', number: '', pin: 'x' })).toEqual([
      '/body/school',
      '/body/number',
      '/body/pin',
    ]);
    expect(await pointers({ login, password, pin: '582047' } as { login: string; password: string })).toEqual([
      '/body',
    ]);
  });
});
