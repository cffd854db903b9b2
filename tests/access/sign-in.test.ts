import { describe, expect, test } from 'vitest';
import { everythingStored } from '../teams/school.ts';
import { text } from '../volunteers/stored.ts';
import { dayMs, hourMs, minuteMs, openTown, password, pin, printCard, refused, type Town, welcome } from './town.ts';

const wrong = 'not the password at all';
const signIn = (town: Town, secret: string, login = town.login) =>
  town.world.client().ask('POST /api/sessions', { body: { login, password: secret } });

describe('signing in', () => {
  test('staff sign in by login in any letter case and by password, and act in their first post', async () => {
    const town = await openTown();
    const said = await signIn(town, password, ` ${town.login.toUpperCase()} `);
    expect(said).toMatchObject({
      ok: true,
      status: 201,
      body: { post: { role: 'district_admin', unit: town.district, unitName: '青桥0区' } },
    });
  });

  test('a pupil signs in by school code, student number and PIN, full-width digits included', async () => {
    const town = await openTown();
    const { volunteer, signIn: body } = await welcome(town, { number: '2023ａ01' });
    const typed = { ...body, number: '2023A０１' };
    const session = await town.world.client().must('POST /api/sessions', { body: typed });
    expect(session).toMatchObject({
      account: volunteer,
      person: volunteer,
      post: { role: 'volunteer', unit: town.east.unit },
    });
  });

  test('the session’s cookie is closed to scripts and to other sites, and plain http never carries it', async () => {
    const said = await signIn(await openTown(), password);
    const cookie = said.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-timebank=[^;]+; /);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  test('neither the cookie’s token nor a password, PIN, login, name or student number is stored readably', async () => {
    const town = await openTown();
    await welcome(town, { number: 'N-7788-20230101' });
    const said = await signIn(town, password);
    const token = /=([^;]+)/.exec(said.headers.get('set-cookie') ?? '')?.[1];
    if (token === undefined) throw new Error('The answer sets no cookie');
    const stored = text(await everythingStored(town.world));
    for (const secret of [token, password, pin, town.login, '管理员', '7788']) expect(stored).not.toContain(secret);
  });

  test('an unknown login, a wrong password and an account never activated get the same answer', async () => {
    const town = await openTown();
    await town.admin.must('POST /api/staff', {
      body: { login: 'new.colleague', name: '新同事', role: 'approver', scope: town.east.unit },
    });
    const answers = [];
    for (const login of [town.login, 'nobody.here', 'new.colleague']) {
      const said = await signIn(town, wrong, login);
      answers.push([said.status, said.body, [...said.headers]]);
      expect(await refused(town.world, () => signIn(town, wrong, login))).toBe('sign_in_failed');
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('a number that another pupil has now leads to that pupil and no longer to the first', async () => {
    const town = await openTown();
    const first = await welcome(town, { number: '77' });
    const second = await printCard(town, { number: '77' });
    await town.world.client().must('POST /api/activations', { body: { code: second.code, pin: '936174' } });
    const ask = (typed: string) =>
      town.world.client().ask('POST /api/sessions', { body: { ...first.signIn, pin: typed } });
    expect((await ask('936174')).body).toMatchObject({ account: second.volunteer });
    expect((await ask(pin)).body).toMatchObject({ code: 'sign_in_failed' });
  });

  test('a pupil whose number was corrected signs in by the new one and no longer by the old one', async () => {
    const town = await openTown();
    const { volunteer, signIn: old } = await welcome(town, { number: '77' });
    const { signIn: fresh } = await welcome(town, { number: '78', volunteer });
    const ask = (body: typeof old) => town.world.client().ask('POST /api/sessions', { body });
    expect((await ask(old)).body).toMatchObject({ code: 'sign_in_failed' });
    expect((await ask(fresh)).body).toMatchObject({ account: volunteer });
  });
});

describe('a session’s life', () => {
  const seen = async ({ admin }: Town) => (await admin.ask('GET /api/session', {})).status;

  test('signing out ends the session itself, so a copied cookie is dead; signing out twice is no fault', async () => {
    const town = await openTown();
    const client = town.world.client();
    const said = await client.ask('POST /api/sessions', { body: { login: town.login, password } });
    const cookie = said.headers.get('set-cookie')?.split(';')[0] ?? '';
    const out = await client.ask('DELETE /api/session', { body: {} });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    const thief = await town.world.client().ask('GET /api/session', { headers: { cookie } });
    expect(thief.body).toMatchObject({ code: 'sign_in_needed' });
    expect((await client.ask('DELETE /api/session', { body: {}, headers: { cookie } })).ok).toBe(true);
    expect(await seen(town)).toBe(200);
  });

  test('a member of staff’s session ends after 30 minutes without use, and use prolongs it up to 8 hours', async () => {
    const town = await openTown();
    const start = town.world.now;
    for (let use = 1; use <= 16; use++) {
      town.world.now = start + use * 29 * minuteMs;
      expect(await seen(town)).toBe(200);
    }
    town.world.now = start + 8 * hourMs - 1;
    expect(await seen(town)).toBe(200);
    town.world.now++;
    expect(await seen(town)).toBe(401);
    const idle = await openTown();
    idle.world.now += 30 * minuteMs;
    expect(await seen(idle)).toBe(401);
  });

  test('a pupil’s session ends after 15 minutes without use and after 12 hours at last', async () => {
    const town = await openTown();
    const { client, signIn: body } = await welcome(town);
    const pupilSeen = async () => (await client.ask('GET /api/session', {})).status;
    const start = town.world.now;
    for (let at = start; at < start + 12 * hourMs; at += 14 * minuteMs) {
      town.world.now = at;
      expect(await pupilSeen()).toBe(200);
    }
    town.world.now = start + 12 * hourMs;
    expect(await pupilSeen()).toBe(401);
    await client.must('POST /api/sessions', { body });
    town.world.now += 15 * minuteMs;
    expect(await pupilSeen()).toBe(401);
  });

  test('use within five minutes of the last writing writes nothing', async () => {
    const town = await openTown();
    const before = await town.world.store.scan({ table: 'Access', segment: 0, segments: 1, limit: 1000 });
    town.world.now += 5 * minuteMs - 1;
    expect(await seen(town)).toBe(200);
    expect(await town.world.store.scan({ table: 'Access', segment: 0, segments: 1, limit: 1000 })).toEqual(before);
  });

  test('a cookie that is no token, of another district or of a deleted row is nobody’s', async () => {
    const { world, district } = await openTown();
    const token = `${district}.${world.tools.newId(dayMs)}.${'A'.repeat(43)}`;
    for (const cookie of ['__Host-timebank=x', `__Host-timebank=${token}`, '__Host-timebank=', 'other=1']) {
      const said = await world.client().ask('GET /api/session', { headers: { cookie } });
      expect(said.body).toMatchObject({ code: 'sign_in_needed' });
    }
  });
});
