import { describe, expect, test } from 'vitest';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { codeAt, enrolPhone, prove, provePassword } from './phone.ts';
import { appoint, invite, minuteMs, openTown, password, refused, type Town } from './town.ts';

const asks = (town: Town, account: string, team: string) =>
  [
    ['POST /api/staff', { body: { login: 'new.one', name: '陈老师', role: 'approver', scope: town.east.unit } }],
    ['POST /api/staff/{account}/codes', { params: { account }, body: {} }],
    ['DELETE /api/staff/{account}/posts/{post}', { params: { account, post: `approver-${town.east.unit}` }, body: {} }],
    ['DELETE /api/staff/{account}/posts', { params: { account }, body: {} }],
    ['DELETE /api/staff/{account}/totp', { params: { account }, body: {} }],
    ['POST /api/staff/stand-ins', { body: { login: 'colleague', unit: town.west.unit, until: '2026-03-31' } }],
    ['POST /api/teams/{team}/leaders', { params: { team }, body: { login: 'lead.er', name: '刘领队' } }],
    ['POST /api/teams/{team}/substitutes', { params: { team }, body: { login: 'colleague', until: '2026-03-31' } }],
    ['POST /api/session/totp', { body: {} }],
    ['POST /api/classes/{class}/activation-codes', { params: { class: 'any-class' }, body: {} }],
  ] as const;

/** So many minutes later; the session has been used meanwhile, and so the next request keeps nothing awake. */
async function laterAt({ world, admin }: Town, minutes: number): Promise<void> {
  world.now += minutes * minuteMs;
  await admin.must('GET /api/session', {});
}

describe('a fresh proof', () => {
  test('is needed for every change of a role and for a class’s cards: after five minutes it is too old', async () => {
    const town = await openTown();
    const { account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { id: team } = await town.admin.must('POST /api/teams', { body: { unit: town.east.unit, name: '青荷队' } });
    town.world.now += 5 * minuteMs + 1;
    await town.admin.must('GET /api/session', {});
    for (const [name, input] of asks(town, account, team)) {
      expect(await refused(town.world, () => town.admin.ask(name, input)), name).toBe('proof_needed');
    }
  });

  test('is wanted by each of these routes, as its contract says', async () => {
    const town = await openTown();
    const named = asks(town, '', '').map(([name]) => name);
    const marked = Object.entries<Route>(contracts).flatMap(([name, { stepUp }]) => (stepUp ? [name] : []));
    expect(marked).toEqual(expect.arrayContaining(named));
  });

  test('is the password for whoever has no phone for codes, and lasts five minutes', async () => {
    const town = await openTown();
    await laterAt(town, 6);
    expect(await refused(town.world, () => provePassword(town.admin, 'not the password'))).toBe('proof_wrong');
    expect((await prove(town.admin, '123456')).body).toMatchObject({ code: 'proof_wrong' });
    expect((await provePassword(town.admin, password)).ok).toBe(true);
    await laterAt(town, 5);
    expect((await invite(town.admin, { scope: town.east.unit })).ok).toBe(true);
    town.world.now += 1;
    const later = () => invite(town.admin, { scope: town.east.unit, role: 'unit_admin' });
    expect(await refused(town.world, later)).toBe('proof_needed');
  });

  test('is a code for whoever has a phone, and a password then proves nothing', async () => {
    const town = await openTown();
    const { secret } = await enrolPhone(town.world, town.admin);
    await laterAt(town, 6);
    expect(await refused(town.world, () => provePassword(town.admin, password))).toBe('proof_wrong');
    expect((await prove(town.admin, codeAt(secret, town.world.now))).ok).toBe(true);
    expect((await invite(town.admin, { scope: town.east.unit })).ok).toBe(true);
  });

  test('guesses at it pause after five, and do not keep anybody from signing in', async () => {
    const town = await openTown();
    for (let guess = 0; guess < 5; guess++) await provePassword(town.admin, 'not the password');
    expect(await refused(town.world, () => provePassword(town.admin, password))).toBe('sign_in_paused');
    const body = { login: town.login, password };
    expect((await town.world.client().ask('POST /api/sessions', { body })).ok).toBe(true);
  });
});
