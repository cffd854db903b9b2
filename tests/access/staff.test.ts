import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type Client, everyPage } from '../../scripts/local/client.ts';
import { activated, appoint, invite, openTown, principal, refused } from './town.ts';

describe('looking after staff', () => {
  const list = (client: Client, unit: string, query: { cursor?: string; limit?: number } = {}) =>
    client.ask('GET /api/staff', { query: { unit, ...query } });
  const renew = (client: Client, account: string, key?: string) =>
    client.ask('POST /api/staff/{account}/codes', { params: { account }, body: {}, key });
  const end = (client: Client, account: string, post: string, key?: string) =>
    client.ask('DELETE /api/staff/{account}/posts/{post}', { params: { account, post }, body: {}, key });

  test('a unit’s staff are listed page by page, each person once', async () => {
    const town = await openTown();
    for (const login of ['first', 'second', 'third']) await invite(town.admin, { login, scope: town.east.unit });
    await invite(town.admin, { login: 'second', role: 'unit_admin', scope: town.east.unit });
    await invite(town.admin, { login: 'elsewhere', scope: town.west.unit });
    const pages = (cursor?: string) =>
      town.admin.must('GET /api/staff', { query: { unit: town.east.unit, limit: 2, cursor } });
    const staff = await everyPage(pages);
    expect(staff.map(({ login }) => login).sort()).toEqual(['first', 'second', 'third']);
    const { next: cursor } = await pages();
    const other = await list(town.admin, town.west.unit, { cursor });
    expect(other.body).toMatchObject({ code: 'cursor_invalid' });
  });

  test('staff of another unit are not found, and posts elsewhere are not shown', async () => {
    const town = await openTown();
    const client = await principal(town);
    await invite(client, { scope: town.east.unit });
    await invite(town.admin, { scope: town.west.unit, role: 'unit_admin' });
    expect((await list(client, town.west.unit)).body).toMatchObject({ code: 'not_found' });
    const said = await list(client, town.east.unit);
    const posts = said.ok ? said.body.items.flatMap((one) => one.posts) : [];
    expect(posts.map(({ unit }) => unit)).toEqual([town.east.unit, town.east.unit]);
  });

  test('a forgotten password: a new code, shown once; the old password is good until it is used', async () => {
    const town = await openTown();
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const head = await principal(town);
    const key = randomUUID();
    const said = await renew(head, account, key);
    expect((await renew(head, account, key)).body).not.toHaveProperty('code');
    expect((await client.ask('GET /api/session', {})).ok).toBe(true);
    await activated(town.world, said.ok ? said.body.code : '');
    expect((await client.ask('GET /api/session', {})).ok).toBe(false);
  });

  test('nobody gets the code of a colleague who also holds a post above the asker’s, or elsewhere', async () => {
    const town = await openTown();
    const head = await principal(town);
    const { account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { account: elsewhere } = await appoint(town, 'stranger', 'approver', town.west.unit);
    await invite(town.admin, { scope: town.west.unit });
    expect(await refused(town.world, () => renew(head, account))).toBe('post_not_allowed');
    for (const absent of [elsewhere, town.world.tools.newId(0)]) {
      expect(await refused(town.world, () => renew(head, absent))).toBe('not_found');
    }
  });

  test('ending a post shows what is left; the same key again shows the same', async () => {
    const town = await openTown();
    const { account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    await invite(town.admin, { scope: town.east.unit, role: 'unit_admin' });
    const key = randomUUID();
    const first = await end(town.admin, account, `approver-${town.east.unit}`, key);
    expect(first.ok && first.body.posts.map(({ role }) => role)).toEqual(['unit_admin']);
    expect((await end(town.admin, account, `approver-${town.east.unit}`, key)).body).toEqual(first.body);
    expect((await list(town.admin, town.east.unit)).body).toMatchObject({ items: [{ login: 'colleague' }] });
    await end(town.admin, account, `unit_admin-${town.east.unit}`);
    expect((await list(town.admin, town.east.unit)).body).toEqual({ items: [] });
  });

  test('a post of one’s own, above one’s own, elsewhere or not there cannot be ended', async () => {
    const town = await openTown();
    const head = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    const { account } = await appoint(town, 'colleague', 'auditor', town.east.unit);
    await invite(town.admin, { scope: town.west.unit });
    const attempts = [
      [head.account, head.session.post.id, 'post_not_allowed'],
      [account, `auditor-${town.east.unit}`, 'post_not_allowed'],
      [account, `approver-${town.west.unit}`, 'not_found'],
      [account, 'nothing', 'not_found'],
      [town.world.tools.newId(0), `approver-${town.east.unit}`, 'not_found'],
    ] as const;
    for (const [whose, post, code] of attempts) {
      expect(await refused(town.world, () => end(head.client, whose, post))).toBe(code);
    }
  });

  test('whoever lost the last post can be given one by the unit that asks next', async () => {
    const town = await openTown();
    const { account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    await end(town.admin, account, `approver-${town.east.unit}`);
    await invite(town.admin, { scope: town.west.unit });
    expect((await list(town.admin, town.west.unit)).body).toMatchObject({ items: [{ account, active: true }] });
    const head = await principal(town);
    expect(await refused(town.world, () => invite(head, { scope: town.east.unit }))).toBe('login_taken');
  });
});
