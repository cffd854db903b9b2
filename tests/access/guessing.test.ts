import { describe, expect, test } from 'vitest';
import { appoint, hourMs, minuteMs, openTown, password, pin, refused, type Town } from './town.ts';

const wrong = 'not the password at all';
const signIn = (town: Town, secret: string, login = town.login) =>
  town.world.client().ask('POST /api/sessions', { body: { login, password: secret } });

describe('guessing', () => {
  test('after five failures a login pauses, says for how long, and then takes one try a minute', async () => {
    const town = await openTown();
    for (let guess = 0; guess < 5; guess++) expect((await signIn(town, wrong)).status).toBe(401);
    const paused = await signIn(town, password);
    expect(paused.body).toMatchObject({ code: 'sign_in_paused' });
    expect(paused.headers.get('retry-after')).toBe('60');
    expect(await refused(town.world, () => signIn(town, password))).toBe('sign_in_paused');
    town.world.now += minuteMs;
    expect((await signIn(town, wrong)).status).toBe(401);
    expect((await signIn(town, wrong)).status).toBe(429);
  });

  test('proving the password gives the whole budget back, and other logins are not paused', async () => {
    const town = await openTown();
    await appoint(town, 'colleague', 'approver', town.east.unit);
    for (let guess = 0; guess < 4; guess++) await signIn(town, wrong);
    expect((await signIn(town, password)).ok).toBe(true);
    for (let guess = 0; guess < 5; guess++) expect((await signIn(town, wrong)).status).toBe(401);
    expect((await signIn(town, password)).status).toBe(429);
    expect((await signIn(town, password, 'colleague')).ok).toBe(true);
  });

  test('of twelve guesses at the same moment exactly five are checked', async () => {
    const town = await openTown();
    const said = await Promise.all(Array.from({ length: 12 }, () => signIn(town, wrong)));
    expect(said.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(said.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('an address has 300 tries and then one a second, counted over sign-ins and activations', async () => {
    const { world, login } = await openTown();
    const guess = () => world.client().ask('POST /api/activations', { body: { code: 'wrong', pin } });
    world.now += hourMs;
    for (let count = 0; count < 300; count++) expect((await guess()).status).toBe(404);
    expect(await refused(world, guess)).toBe('sign_in_paused');
    const attempt = () => world.client().ask('POST /api/sessions', { body: { login, password } });
    expect(await refused(world, attempt)).toBe('sign_in_paused');
    world.now += 1000;
    expect((await attempt()).ok).toBe(true);
  });
});
