import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { issueGuardianCode } from '../../functions/access/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import { activated, appoint, dayMs, invite, openTown, password, pin, refused, type Town, welcome } from './town.ts';

const join = (client: Client, code = '', more: { password?: string } = {}, key?: string) =>
  client.ask('POST /api/session/posts', { body: { code, ...more }, key });
const roles = async (client: Client) => (await client.must('GET /api/session', {})).posts.map(({ role }) => role);
const take = (client: Client, post: string) => client.must('POST /api/session/post', { body: { post } });

/** A card's second part for a child of the school in the east. */
async function guardianCode({ world, district, east }: Town, child: string): Promise<string> {
  const asked = { district, child, school: east.unit, rightsUntil: world.now + 999 * dayMs, now: world.now };
  const { code, writes } = issueGuardianCode(world.tools, asked);
  await world.tools.store.transact(`GUARDIAN#${code}`, writes);
  return code;
}
const invitation = async (town: Town, login = 'other.login') => {
  const said = await invite(town.admin, { login, scope: town.west.unit, role: 'unit_admin' });
  return said.ok ? { code: said.body.code, account: said.body.account } : {};
};

describe('one sign-in with several posts', () => {
  test('a colleague takes a second invitation into the account he is signed in with', async () => {
    const town = await openTown();
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { code } = await invitation(town);
    const said = await join(client, code);
    expect(said.body).toMatchObject({ account, post: { role: 'approver' } });
    expect(await roles(client)).toEqual(['approver', 'unit_admin']);
    await take(client, `unit_admin-${town.west.unit}`);
    const staff = await client.must('GET /api/staff', { query: { unit: town.west.unit } });
    expect(staff.items.map(({ login }) => login)).toEqual(['colleague']);
  });

  test('the invitation’s own account is gone: its code is used up and its login is free', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { code } = await invitation(town);
    await join(client, code);
    await expect(activated(town.world, code)).rejects.toThrow('code_invalid');
    expect(await refused(town.world, () => join(client, code))).toBe('code_invalid');
    const again = await invite(town.admin, { login: 'other.login', scope: town.west.unit });
    expect(again).toMatchObject({ ok: true, body: { code: expect.any(String) } });
  });

  test('sent twice under one key it happens once', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { code } = await invitation(town);
    const key = randomUUID();
    const [first, second] = [await join(client, code, {}, key), await join(client, code, {}, key)];
    expect(second.body).toEqual(first.body);
    expect(await roles(client)).toEqual(['approver', 'unit_admin']);
  });

  test('a teacher becomes a parent with the card’s second code, in the same place', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { volunteer } = await welcome(town);
    expect((await join(client, await guardianCode(town, volunteer))).ok).toBe(true);
    expect(await roles(client)).toEqual(['approver', 'guardian']);
  });

  test('a parent becomes staff with a password of staff’s strength, and signs in by it from then on', async () => {
    const town = await openTown();
    const { volunteer } = await welcome(town);
    const client = town.world.client();
    const code = await guardianCode(town, volunteer);
    await client.must('POST /api/guardians', { body: { code, login: 'parent', pin } });
    const { code: offered } = await invitation(town);
    expect(await refused(town.world, () => join(client, offered))).toBe('password_needed');
    expect(await refused(town.world, () => join(client, offered, { password: 'short' }))).toBe('secret_too_weak');
    expect((await join(client, offered, { password })).body).toMatchObject({ name: '陈老师' });
    expect(await roles(client)).toEqual(['guardian', 'unit_admin']);
    const enter = (secret: string) =>
      town.world.client().ask('POST /api/sessions', { body: { login: 'parent', password: secret } });
    expect((await enter(pin)).body).toMatchObject({ code: 'sign_in_failed' });
    expect((await enter(password)).ok).toBe(true);
  });

  test('nobody joins a pupil’s card, a colleague’s reset, an own or another district’s code', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { account: third } = await appoint(town, 'third', 'approver', town.east.unit);
    const renew = async (whose: string) => {
      const asked = { params: { account: whose }, body: {} };
      return (await town.admin.must('POST /api/staff/{account}/codes', asked)).code;
    };
    const foreign = await invite(other.admin, { login: 'foreign', scope: other.east.unit });
    const codes = [await renew(third), await renew(account), foreign.ok ? foreign.body.code : '', 'AAAA-AAAA'];
    for (const code of codes) expect(await refused(town.world, () => join(client, code))).toBe('code_invalid');
  });

  test('guesses at codes are counted with the address’s other tries', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    town.world.now += 10 * 60_000;
    await client.must('GET /api/session', {});
    for (let count = 0; count < 300; count++) await town.world.client().ask('POST /api/activations', wrongCode);
    expect(await refused(town.world, () => join(client, 'AAAA-AAAA'))).toBe('sign_in_paused');
  });

  test('each post ends on its own, and what is left acts on the next request', async () => {
    const town = await openTown();
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { code } = await invitation(town);
    await join(client, code);
    await take(client, `unit_admin-${town.west.unit}`);
    const params = { account, post: `unit_admin-${town.west.unit}` };
    await town.admin.must('DELETE /api/staff/{account}/posts/{post}', { params, body: {} });
    const list = await client.ask('GET /api/staff', { query: { unit: town.west.unit } });
    expect(list.body).toMatchObject({ code: 'post_not_allowed' });
    expect(await roles(client)).toEqual(['approver']);
  });

  test('a change of role counts on the very next request', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const staff = () => client.ask('GET /api/staff', { query: { unit: town.east.unit } });
    expect((await staff()).body).toMatchObject({ code: 'post_not_allowed' });
    await invite(town.admin, { scope: town.east.unit, role: 'unit_admin' });
    await take(client, `unit_admin-${town.east.unit}`);
    expect((await staff()).ok).toBe(true);
  });
});
const wrongCode = { body: { code: 'wrong', pin } };

describe('somebody leaves', () => {
  const leave = (client: Client, account: string) =>
    client.ask('DELETE /api/staff/{account}/posts', { params: { account }, body: {} });

  test('all posts end in one step, sessions die at once, and the password opens nothing', async () => {
    const town = await openTown();
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    await invite(town.admin, { scope: town.west.unit, role: 'unit_admin' });
    expect((await leave(town.admin, account)).body).toMatchObject({ posts: [], active: false });
    expect((await client.ask('GET /api/session', {})).body).toMatchObject({ code: 'sign_in_needed' });
    const enter = await town.world.client().ask('POST /api/sessions', { body: { login: 'colleague', password } });
    expect(enter.body).toMatchObject({ code: 'sign_in_failed' });
    for (const { unit } of [town.east, town.west]) {
      expect((await town.admin.must('GET /api/staff', { query: { unit } })).items).toEqual([]);
    }
  });

  test('a code that was never used dies too', async () => {
    const town = await openTown();
    const said = await invite(town.admin, { scope: town.east.unit });
    if (said.ok) await leave(town.admin, said.body.account);
    await expect(activated(town.world, said.ok ? said.body.code : '')).rejects.toThrow('code_invalid');
  });

  test('whoever is also a parent stays one, and signs in anew', async () => {
    const town = await openTown();
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { volunteer } = await welcome(town);
    await join(client, await guardianCode(town, volunteer));
    await leave(town.admin, account);
    expect((await client.ask('GET /api/session', {})).ok).toBe(false);
    await client.must('POST /api/sessions', { body: { login: 'colleague', password } });
    expect(await roles(client)).toEqual(['guardian']);
  });

  test('posts elsewhere or above are for somebody who oversees them all, and nobody ends the own', async () => {
    const town = await openTown();
    const head = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    const { account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    await invite(town.admin, { scope: town.west.unit });
    const { account: away } = await appoint(town, 'away', 'approver', town.west.unit);
    for (const [whose, code] of [
      [account, 'post_not_allowed'],
      [head.account, 'post_not_allowed'],
      [away, 'not_found'],
      [town.world.tools.newId(0), 'not_found'],
    ] as const) {
      expect(await refused(town.world, () => leave(head.client, whose))).toBe(code);
    }
  });
});
