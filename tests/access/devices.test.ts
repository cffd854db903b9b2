import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { browser } from './phone.ts';
import {
  activated,
  appoint,
  dayMs,
  invite,
  minuteMs,
  openTown,
  password,
  refused,
  type Town,
  welcome,
} from './town.ts';

const wrong = 'not the password at all';
const signIn = (client: Client, login: string, secret = password, remember = false) =>
  client.ask('POST /api/sessions', { body: { login, password: secret, remember } });
const seen = async (client: Client) => (await client.ask('GET /api/session', {})).ok;
const devices = async (client: Client) => (await client.must('GET /api/session/devices', {})).items;

/** A leader with an own phone on which the sign-in is remembered. */
async function leaderWithPhone(town: Town) {
  const { world, admin, east } = town;
  const { id: team } = await admin.must('POST /api/teams', { body: { unit: east.unit, name: '青荷队' } });
  const body = { login: 'leader', name: '刘领队' };
  const { code, account } = await admin.must('POST /api/teams/{team}/leaders', { params: { team }, body });
  await activated(world, code);
  const phone = browser(world);
  await phone.must('POST /api/sessions', { body: { login: 'leader', password, remember: true } });
  return { phone, team, account };
}

describe('a leader’s trusted phone', () => {
  test('stays signed in for 30 days, used or not, and no longer', async () => {
    const town = await openTown();
    const { phone } = await leaderWithPhone(town);
    town.world.now += 30 * dayMs - 1;
    expect(await seen(phone)).toBe(true);
    town.world.now++;
    expect(await seen(phone)).toBe(false);
  });

  test('keeps its cookies for as long, and without the wish a session is a working day’s', async () => {
    const town = await openTown();
    await leaderWithPhone(town);
    const asked = await signIn(browser(town.world), 'leader', password, true);
    const cookies = asked.headers.getSetCookie();
    expect(cookies[0]).toMatch(/^__Host-timebank=.*Max-Age=2592000$/);
    expect(cookies[1]).toMatch(/^__Host-timebank-device=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=/);
    const other = browser(town.world);
    await signIn(other, 'leader');
    town.world.now += 31 * minuteMs;
    expect(await seen(other)).toBe(false);
  });

  test('is for leaders only: an administrator’s session ends as ever', async () => {
    const town = await openTown();
    const client = browser(town.world);
    await signIn(client, town.login, password, true);
    town.world.now += 31 * minuteMs;
    expect(await seen(client)).toBe(false);
  });

  test('whoever becomes more than a leader has to sign in on the next request', async () => {
    const town = await openTown();
    const { phone } = await leaderWithPhone(town);
    expect(await seen(phone)).toBe(true);
    await invite(town.admin, { login: 'leader', scope: town.east.unit });
    expect(await seen(phone)).toBe(false);
  });

  test('is listed with its kind and ended by its owner, wherever the owner is', async () => {
    const town = await openTown();
    const { phone } = await leaderWithPhone(town);
    const desk = browser(town.world, 'Mozilla/5.0 (Windows NT 6.1; Win64; x64)');
    await signIn(desk, 'leader', password, true);
    const listed = await devices(desk);
    expect(listed.map(({ kind, isThis }) => [kind, isThis]).sort()).toEqual([
      ['iphone', false],
      ['windows', true],
    ]);
    const device = listed.find(({ kind }) => kind === 'iphone')?.id ?? '';
    const forget = () => desk.ask('DELETE /api/session/devices/{device}', { params: { device }, body: {} });
    expect((await forget()).body).toEqual({ forgotten: true });
    expect(await seen(phone)).toBe(false);
    expect(await devices(desk)).toHaveLength(1);
    expect(await refused(town.world, forget)).toBe('not_found');
  });

  test('signing in again on it replaces its session rather than adding one', async () => {
    const town = await openTown();
    const { phone } = await leaderWithPhone(town);
    const first = await phone.ask('GET /api/session/devices', {});
    await signIn(phone, 'leader', password, true);
    expect(first.ok && (await devices(phone))[0]?.id).toBe(first.ok && first.body.items[0]?.id);
    const { items } = await town.world.store.scan({ table: 'Access', segment: 0, segments: 1, limit: 1000 });
    expect(items.filter(({ trusted }) => trusted)).toHaveLength(1);
  });
});

describe('strangers’ guesses', () => {
  test('40 wrong tries from the school’s address do not keep a known device out', async () => {
    const town = await openTown();
    await leaderWithPhone(town);
    const phone = browser(town.world);
    await signIn(phone, 'leader', password, true);
    for (let guess = 0; guess < 40; guess++) await signIn(town.world.client(), 'leader', wrong);
    expect((await signIn(town.world.client(), 'leader')).body).toMatchObject({ code: 'sign_in_paused' });
    expect((await signIn(phone, 'leader')).ok).toBe(true);
  });

  test('a known device has ten tries of its own, and using them up leaves other devices theirs', async () => {
    const town = await openTown();
    const { phone } = await leaderWithPhone(town);
    for (let guess = 0; guess < 10; guess++) expect((await signIn(phone, 'leader', wrong)).status).toBe(401);
    expect(await refused(town.world, () => signIn(phone, 'leader'))).toBe('sign_in_paused');
    expect((await signIn(town.world.client(), 'leader')).ok).toBe(true);
    town.world.now += minuteMs;
    expect((await signIn(phone, 'leader')).ok).toBe(true);
  });

  test('a device is known for those who asked for it there, and for nobody else', async () => {
    const town = await openTown();
    const { phone } = await leaderWithPhone(town);
    await appoint(town, 'colleague', 'approver', town.east.unit);
    for (let guess = 0; guess < 5; guess++) await signIn(phone, 'colleague', wrong);
    expect(await refused(town.world, () => signIn(phone, 'colleague'))).toBe('sign_in_paused');
  });

  test('who walks through a class from one address is slowed after sixty, and not for other classes', async () => {
    const town = await openTown();
    const guess = (number: string) =>
      town.world.client().ask('POST /api/sessions', { body: { school: town.east.code, number, pin: '135792' } });
    for (let count = 0; count < 60; count++) {
      expect((await guess(`20260801${String(count).padStart(2, '0')}`)).status).toBe(401);
    }
    expect((await guess('2026080199')).body).toMatchObject({ code: 'sign_in_paused' });
    expect((await guess('2026080201')).status).toBe(401);
    town.world.now += 5000;
    expect((await guess('2026080199')).status).toBe(401);
  });

  test('a class that signs in all at once uses none of its tries up', async () => {
    const town = await openTown();
    const pupil = await welcome(town, { number: '2026080101' });
    const enter = () => town.world.client().ask('POST /api/sessions', { body: pupil.signIn });
    for (let count = 0; count < 70; count++) expect((await enter()).ok).toBe(true);
  });
});
