import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { dayMs, openTown, password, pin, printCard, refused, type Town, welcome } from './town.ts';

const otherPin = '936174';

describe('activation', () => {
  test('a code works once: it sets the secret and signs in', async () => {
    const town = await openTown();
    const { code, volunteer, signIn } = await printCard(town);
    const client = town.world.client();
    const said = await client.ask('POST /api/activations', { body: { code, pin } });
    expect(said).toMatchObject({ status: 201, body: { account: volunteer, post: { role: 'volunteer' } } });
    expect(said.headers.get('set-cookie')).toMatch(/^__Host-timebank=.*Secure; HttpOnly; SameSite=Lax/);
    expect(await client.must('GET /api/session', {})).toMatchObject({ person: volunteer });
    const again = () => town.world.client().ask('POST /api/activations', { body: { code, pin: otherPin } });
    expect(await refused(town.world, again)).toBe('code_invalid');
    expect((await town.world.client().ask('POST /api/sessions', { body: signIn })).ok).toBe(true);
  });

  test('of two people with the same code at the same moment exactly one gets in', async () => {
    const town = await openTown();
    const { code, signIn } = await printCard(town);
    const ask = (chosen: string) => town.world.client().ask('POST /api/activations', { body: { code, pin: chosen } });
    const said = await Promise.all([ask(pin), ask(otherPin)]);
    expect(said.map(({ status }) => status).sort()).toEqual([201, 404]);
    const winner = said[0].ok ? pin : otherPin;
    const attempt = (chosen: string) =>
      town.world.client().ask('POST /api/sessions', { body: { ...signIn, pin: chosen } });
    expect((await attempt(winner)).ok).toBe(true);
    expect((await attempt(winner === pin ? otherPin : pin)).ok).toBe(false);
  });

  test('a code may be typed in lower case, without the dash, with O for 0 and I or L for 1', async () => {
    const town = await openTown();
    const { code } = await printCard(town);
    const typed = ` ${code.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect((await town.world.client().ask('POST /api/activations', { body: { code: typed, pin } })).ok).toBe(true);
  });

  test('a code dies after 14 days, and when a newer card is printed', async () => {
    const town = await openTown();
    const ask = (code: string) => () => town.world.client().ask('POST /api/activations', { body: { code, pin } });
    const old = await printCard(town);
    const fresh = await printCard(town, { volunteer: old.volunteer });
    expect(await refused(town.world, ask(old.code))).toBe('code_invalid');
    const weak = () => town.world.client().ask('POST /api/activations', { body: { code: old.code, pin: '123456' } });
    expect(await refused(town.world, weak)).toBe('code_invalid');
    town.world.now += 14 * dayMs;
    expect(await refused(town.world, ask(fresh.code))).toBe('code_invalid');
    town.world.now--;
    expect((await ask(fresh.code)()).ok).toBe(true);
  });

  test('a pupil’s code takes a PIN and a colleague’s a password, and a code nobody made is as invalid', async () => {
    const town = await openTown();
    const pupil = await printCard(town);
    const { code = '' } = await town.admin.must('POST /api/staff', {
      body: { login: 'colleague', name: '陈老师', role: 'approver', scope: town.east.unit },
    });
    const bodies = [
      { code: pupil.code, password },
      { code, pin },
      { code: 'ABCD-EFGH', pin },
      { code: '激活码', pin },
    ];
    for (const body of bodies) {
      expect(await refused(town.world, () => town.world.client().ask('POST /api/activations', { body }))).toBe(
        'code_invalid',
      );
    }
  });

  test('a weak secret is refused with the reason, and the code stays good', async () => {
    const town = await openTown();
    const { code } = await printCard(town, { number: '20770815' });
    const client = town.world.client();
    for (const [weak, reason] of [
      ['123456', '常见'],
      ['770815', '生日'],
      ['438250', '学校代码'],
      ['077081', '学号'],
    ]) {
      const body = { code, pin: weak ?? '' };
      expect(await refused(town.world, () => client.ask('POST /api/activations', { body }))).toBe('secret_too_weak');
      expect((await client.ask('POST /api/activations', { body })).body).toMatchObject({
        detail: expect.stringContaining(reason ?? ''),
      });
    }
    const { code: staffCode = '' } = await town.admin.must('POST /api/staff', {
      body: { login: 'wang.fang', name: '王老师', role: 'approver', scope: town.east.unit },
    });
    for (const weak of ['short', 'wang.fang2026', 'password12345']) {
      const body = { code: staffCode, password: weak };
      expect(await refused(town.world, () => client.ask('POST /api/activations', { body }))).toBe('secret_too_weak');
    }
    expect((await client.ask('POST /api/activations', { body: { code, pin } })).ok).toBe(true);
  });

  test('a pupil’s new card changes nothing until it is used, then ends the old PIN and its sessions', async () => {
    const town = await openTown();
    const pupil = await welcome(town);
    const card = await printCard(town, { volunteer: pupil.volunteer });
    const seen = async (client: Client) => (await client.ask('GET /api/session', {})).ok;
    expect(await seen(pupil.client)).toBe(true);
    expect((await signIn(town, pupil.signIn)).ok).toBe(true);
    await town.world.client().must('POST /api/activations', { body: { code: card.code, pin: otherPin } });
    expect(await seen(pupil.client)).toBe(false);
    expect((await signIn(town, pupil.signIn)).body).toMatchObject({ code: 'sign_in_failed' });
    expect((await signIn(town, { ...pupil.signIn, pin: otherPin })).ok).toBe(true);
  });

  test('a card helps a pupil whose login others have made pause', async () => {
    const town = await openTown();
    const pupil = await welcome(town);
    for (let guess = 0; guess < 5; guess++) await signIn(town, { ...pupil.signIn, pin: '111111' });
    expect((await signIn(town, pupil.signIn)).status).toBe(429);
    const card = await printCard(town, { volunteer: pupil.volunteer });
    await town.world.client().must('POST /api/activations', { body: { code: card.code, pin: otherPin } });
    expect((await signIn(town, { ...pupil.signIn, pin: otherPin })).ok).toBe(true);
  });
});

const signIn = (town: Town, body: { school: string; number: string; pin: string }) =>
  town.world.client().ask('POST /api/sessions', { body });
