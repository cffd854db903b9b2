import { describe, expect, test } from 'vitest';
import { totpStep } from '../../functions/platform/identity/totp.ts';
import { codeAt, enrolPhone, prove, provePassword, signedIn, wantCodes } from './phone.ts';
import { appoint, dayMs, openTown, password, refused, type Town } from './town.ts';

const stepMs = 30_000;
const overview = ({ district }: Town, client: Awaited<ReturnType<typeof signedIn>>['client']) =>
  client.ask('GET /api/staff', { query: { unit: district } });

describe('a code of 30 seconds', () => {
  test('is the one of RFC 6238’s own examples', async () => {
    // "12345678901234567890" in base 32, and the last six of the eight digits in Appendix B.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    for (const [seconds, code] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
    ] as const) {
      expect(await totpStep(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
    }
  });

  test('is taken one step early and one step late, and no further', async () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    const now = 1_111_111_111_000;
    const taken = await Promise.all(
      [-2, -1, 0, 1, 2].map((steps) => totpStep(secret, codeAt(secret, now, steps), now)),
    );
    expect(taken.map((step) => step !== undefined)).toEqual([false, true, true, true, false]);
  });
});

describe('administrators and codes', () => {
  test('without the rule an administrator signs in by password alone', async () => {
    const town = await openTown();
    const { client, session } = await signedIn(town, town.login);
    expect(session).toMatchObject({ hasTotp: false });
    expect(session.waits).toBeUndefined();
    expect((await overview(town, client)).ok).toBe(true);
  });

  test('from the rule’s first day on the first sign-in sets up a phone before anything else', async () => {
    const town = await openTown();
    await wantCodes(town, '2026-03-03');
    expect((await signedIn(town, town.login)).session.waits).toBeUndefined();
    town.world.now += dayMs;
    const { client, session } = await signedIn(town, town.login);
    expect(session.waits).toBe('enrol');
    expect(await refused(town.world, () => overview(town, client))).toBe('second_step_needed');
    await enrolPhone(town.world, client);
    expect((await overview(town, client)).ok).toBe(true);
    expect((await client.must('GET /api/session', {})).waits).toBeUndefined();
  });

  test('whoever is signed in when the rule begins works on, and approvers are not asked for codes', async () => {
    const town = await openTown();
    await wantCodes(town);
    expect((await overview(town, town.admin)).ok).toBe(true);
    await appoint(town, 'approver', 'approver', town.east.unit);
    expect((await signedIn(town, 'approver')).session.waits).toBeUndefined();
  });

  test('a new administrator who activates under the rule sets up a phone first', async () => {
    const town = await openTown();
    await wantCodes(town);
    const { session } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    expect(session.waits).toBe('enrol');
  });

  test('with a phone the password alone opens nothing until a code from it is given', async () => {
    const town = await openTown();
    const { secret } = await enrolPhone(town.world, town.admin);
    const { client, session } = await signedIn(town, town.login);
    expect(session).toMatchObject({ hasTotp: true, waits: 'totp' });
    expect(await refused(town.world, () => overview(town, client))).toBe('second_step_needed');
    expect(await refused(town.world, () => provePassword(client, password))).toBe('proof_wrong');
    town.world.now += stepMs;
    const proved = await prove(client, codeAt(secret, town.world.now));
    expect(proved.ok && proved.body.waits).toBeUndefined();
    expect((await overview(town, client)).ok).toBe(true);
  });

  test('no step is taken twice: not the one that confirmed, not by two at once, not an earlier one', async () => {
    const town = await openTown();
    const { secret } = await enrolPhone(town.world, town.admin);
    const [one, two] = [await signedIn(town, town.login), await signedIn(town, town.login)];
    const confirmed = codeAt(secret, town.world.now);
    expect(await refused(town.world, () => prove(one.client, confirmed))).toBe('proof_wrong');
    town.world.now += 2 * stepMs;
    const fresh = codeAt(secret, town.world.now);
    const said = await Promise.all([prove(one.client, fresh), prove(two.client, fresh)]);
    expect(said.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const earlier = codeAt(secret, town.world.now, -1);
    expect(await refused(town.world, () => prove(two.client, earlier))).toBe('proof_wrong');
  });

  test('after five wrong codes every try pauses, whichever session it comes from', async () => {
    const town = await openTown();
    const { secret } = await enrolPhone(town.world, town.admin);
    const { client } = await signedIn(town, town.login);
    town.world.now += stepMs;
    const right = codeAt(secret, town.world.now);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 5; guess++) expect((await prove(client, wrong)).body).toMatchObject({ status: 422 });
    expect(await refused(town.world, () => prove(client, right))).toBe('sign_in_paused');
    const other = await signedIn(town, town.login);
    expect(await refused(town.world, () => prove(other.client, right))).toBe('sign_in_paused');
  });

  test('one’s own look and post need no code, and nothing else does without', async () => {
    const town = await openTown();
    await enrolPhone(town.world, town.admin);
    const { client } = await signedIn(town, town.login);
    expect((await client.ask('PUT /api/session/look', { body: { size: 'large' } })).ok).toBe(true);
    expect((await client.ask('GET /api/me/notices/unread', {})).body).toMatchObject({ code: 'second_step_needed' });
  });
});
