import { describe, expect, test } from 'vitest';
import { newKeys } from '../../functions/platform/identity/keys.ts';
import { makeVault } from '../../functions/platform/identity/vault.ts';
import { browser, codeAt, enrolPhone, prove, signedIn } from './phone.ts';
import { appoint, minuteMs, openTown, password, refused, type Town } from './town.ts';

const stepMs = 30_000;

describe('setting up a phone', () => {
  const start = (town: Town) => town.admin.must('POST /api/session/totp', { body: {} });
  const confirm = (town: Town, totp: string, key?: string) =>
    town.admin.ask('POST /api/session/totp/confirmation', { body: { totp }, key });

  test('the address holds the secret for an app, and the table holds it sealed', async () => {
    const town = await openTown();
    const { address, secret } = await start(town);
    expect(new URL(address).protocol).toBe('otpauth:');
    expect(new URL(address).searchParams.get('secret')).toBe(secret);
    await confirm(town, codeAt(secret, town.world.now));
    const { items } = await town.world.store.scan({ table: 'Access', segment: 0, segments: 1, limit: 1000 });
    expect(JSON.stringify(items)).not.toContain(secret);
    const account = items.find(({ totp }) => totp);
    const stranger = makeVault(newKeys());
    expect(() => stranger.openPersonal(`totp|${account?.id}`, account?.totp as Uint8Array)).toThrow();
  });

  test('before the first code nothing changes; a wrong one, or one after half an hour, confirms nothing', async () => {
    const town = await openTown();
    expect(await refused(town.world, () => confirm(town, '123456'))).toBe('totp_not_started');
    const { secret } = await start(town);
    const right = codeAt(secret, town.world.now);
    expect(await refused(town.world, () => confirm(town, right === '000000' ? '000001' : '000000'))).toBe(
      'proof_wrong',
    );
    expect((await town.admin.must('GET /api/session', {})).hasTotp).toBe(false);
    town.world.now += 29 * minuteMs;
    await town.admin.must('GET /api/session', {});
    town.world.now += minuteMs;
    const late = () => confirm(town, codeAt(secret, town.world.now));
    expect(await refused(town.world, late)).toBe('totp_not_started');
  });

  test('wrong confirmations pause like wrong codes', async () => {
    const town = await openTown();
    const { secret } = await start(town);
    const wrong = codeAt(secret, town.world.now) === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 5; guess++) await confirm(town, wrong);
    expect(await refused(town.world, () => confirm(town, codeAt(secret, town.world.now)))).toBe('sign_in_paused');
  });

  test('every other session ends, ten recovery codes are shown once, and each opens once', async () => {
    const town = await openTown();
    const other = await signedIn(town, town.login);
    const { secret } = await start(town);
    const key = crypto.randomUUID();
    const body = codeAt(secret, town.world.now);
    const said = await confirm(town, body, key);
    const codes = said.ok ? (said.body.recoveryCodes ?? []) : [];
    expect(new Set(codes).size).toBe(10);
    expect((await confirm(town, body, key)).body).toEqual({ enrolled: true });
    expect((await other.client.ask('GET /api/session', {})).ok).toBe(false);
    const { client } = await signedIn(town, town.login);
    const recover = (recoveryCode = '') => client.ask('POST /api/session/proof', { body: { recoveryCode } });
    expect((await recover(codes[3]?.toLowerCase())).ok).toBe(true);
    expect(await refused(town.world, () => recover(codes[3]))).toBe('proof_wrong');
    expect(await refused(town.world, () => recover('ABCD-EFGH'))).toBe('proof_wrong');
    expect((await recover(codes[4])).ok).toBe(true);
  });

  test('a second phone takes the first one’s place, after a fresh proof by the first', async () => {
    const town = await openTown();
    const first = await enrolPhone(town.world, town.admin);
    town.world.now += 6 * minuteMs;
    await town.admin.must('GET /api/session', {});
    const again = () => town.admin.ask('POST /api/session/totp', { body: {} });
    expect(await refused(town.world, again)).toBe('proof_needed');
    await prove(town.admin, codeAt(first.secret, town.world.now));
    const second = await enrolPhone(town.world, town.admin);
    town.world.now += 2 * stepMs;
    expect((await prove(town.admin, codeAt(first.secret, town.world.now))).ok).toBe(false);
    expect((await prove(town.admin, codeAt(second.secret, town.world.now))).ok).toBe(true);
  });
});

describe('losing the phone', () => {
  const reset = (client: Town['admin'], account: string) =>
    client.ask('DELETE /api/staff/{account}/totp', { params: { account }, body: {} });

  test('the administrator of the unit above takes the codes off, which is logged and ends the sessions', async () => {
    const town = await openTown();
    const head = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    await enrolPhone(town.world, head.client);
    expect((await reset(town.admin, head.account)).body).toEqual({ account: head.account, hasTotp: false });
    expect((await head.client.ask('GET /api/session', {})).ok).toBe(false);
    const { items } = await town.world.store.scan({ table: 'Audit', segment: 0, segments: 1, limit: 1000 });
    expect(items.filter(({ route }) => route === 'DELETE /api/staff/{account}/totp')).toHaveLength(1);
    expect((await signedIn(town, 'principal')).session).toMatchObject({ hasTotp: false });
    expect(await refused(town.world, () => reset(town.admin, head.account))).toBe('not_found');
  });

  test('nobody takes the own codes off, nor those of an administrator of the same unit, or elsewhere', async () => {
    const town = await openTown();
    const head = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    const deputy = await appoint(town, 'deputy', 'unit_admin', town.east.unit);
    const away = await appoint(town, 'away', 'unit_admin', town.west.unit);
    for (const { client } of [head, deputy, away]) await enrolPhone(town.world, client);
    for (const [whose, code] of [
      [head.account, 'post_not_allowed'],
      [deputy.account, 'post_not_allowed'],
      [away.account, 'not_found'],
      [town.world.tools.newId(0), 'not_found'],
    ] as const) {
      expect(await refused(town.world, () => reset(head.client, whose))).toBe(code);
    }
  });

  test('the district’s administrators do it for one another', async () => {
    const town = await openTown();
    const second = await appoint(town, 'second', 'district_admin', town.district);
    await enrolPhone(town.world, second.client);
    expect((await reset(town.admin, second.account)).ok).toBe(true);
  });

  test('a browser without cookies of ours is asked for the code as well', async () => {
    const town = await openTown();
    await enrolPhone(town.world, town.admin);
    const client = browser(town.world);
    const session = await client.must('POST /api/sessions', { body: { login: town.login, password, remember: true } });
    expect(session.waits).toBe('totp');
  });
});
