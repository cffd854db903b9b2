import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { appoint, openTown, password, pin, refused, type Town, welcome } from './town.ts';

const newPassword = 'willow branches at the gate 3';
const seen = async (client: Client) => (await client.ask('GET /api/session', {})).ok;
const signedIn = async ({ world }: Town, login: string, secret = password) => {
  const client = world.client();
  await client.must('POST /api/sessions', { body: { login, password: secret } });
  return client;
};

describe('posts', () => {
  test('somebody with two posts acts in one at a time and may take the other', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    await town.admin.must('POST /api/staff', {
      body: { login: 'colleague', name: '陈老师', role: 'unit_admin', scope: town.west.unit },
    });
    const staff = () => client.ask('GET /api/staff', { query: { unit: town.west.unit } });
    expect((await staff()).body).toMatchObject({ code: 'post_not_allowed' });
    const { post, posts } = await client.must('GET /api/session', {});
    expect(post.role).toBe('approver');
    expect(posts.map(({ unitName }) => unitName)).toEqual(['城东小学', '城西小学']);
    const other = posts.find(({ id }) => id !== post.id)?.id ?? '';
    const session = await client.must('POST /api/session/post', { body: { post: other } });
    expect(session.post).toMatchObject({ role: 'unit_admin', scope: town.west.unit });
    expect((await staff()).ok).toBe(true);
    expect(await client.must('POST /api/session/post', { body: { post: other } })).toEqual(session);
  });

  test('a post one does not hold is not found, another person’s post included', async () => {
    const town = await openTown();
    const { client, session } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const { post } = await town.admin.must('GET /api/session', {});
    for (const wanted of [post.id, 'nothing', '']) {
      const ask = () => client.ask('POST /api/session/post', { body: { post: wanted } });
      expect(await refused(town.world, ask)).toBe('not_found');
    }
    expect(await client.must('GET /api/session', {})).toMatchObject({ post: session.post });
  });

  test('a post that is taken away counts on the next request, and without any post a session is over', async () => {
    const town = await openTown();
    const { client, account, session } = await appoint(town, 'colleague', 'unit_admin', town.east.unit);
    const second = { login: 'colleague', name: '陈老师', role: 'approver', scope: town.west.unit } as const;
    await town.admin.must('POST /api/staff', { body: second });
    const end = (post: string) =>
      town.admin.must('DELETE /api/staff/{account}/posts/{post}', { params: { account, post }, body: {} });
    await end(session.post.id);
    expect(await client.must('GET /api/session', {})).toMatchObject({
      post: { role: 'approver', unit: town.west.unit },
    });
    const list = await client.ask('GET /api/staff', { query: { unit: town.east.unit } });
    expect(list.body).toMatchObject({ code: 'post_not_allowed' });
    expect(await end(`approver-${town.west.unit}`)).toMatchObject({ posts: [], active: false });
    expect(await seen(client)).toBe(false);
    const again = await town.world.client().ask('POST /api/sessions', { body: { login: 'colleague', password } });
    expect(again.body).toMatchObject({ code: 'sign_in_failed' });
  });
});

describe('changing one’s secret', () => {
  const change = (client: Client, old: string, fresh: string) =>
    client.ask('POST /api/session/secret', { body: { old, new: fresh } });

  test('this session lives on, all others end, and only the new password signs in', async () => {
    const town = await openTown();
    const other = await signedIn(town, town.login);
    expect((await change(town.admin, password, newPassword)).body).toEqual({ changed: true });
    expect(await seen(town.admin)).toBe(true);
    expect(await seen(other)).toBe(false);
    expect(await seen(await signedIn(town, town.login, newPassword))).toBe(true);
    const old = await town.world.client().ask('POST /api/sessions', { body: { login: town.login, password } });
    expect(old.body).toMatchObject({ code: 'sign_in_failed' });
  });

  test('a request whose answer was lost may be sent again', async () => {
    const town = await openTown();
    for (let sending = 0; sending < 2; sending++) {
      expect((await change(town.admin, password, newPassword)).body).toEqual({ changed: true });
    }
    expect(await seen(town.admin)).toBe(true);
  });

  test('a wrong old password is refused, five times, and then every try pauses, at sign-in too', async () => {
    const town = await openTown();
    for (let guess = 0; guess < 5; guess++) {
      expect(await refused(town.world, () => change(town.admin, 'wrong', newPassword))).toBe('sign_in_failed');
    }
    expect(await refused(town.world, () => change(town.admin, password, newPassword))).toBe('sign_in_paused');
    const said = await town.world.client().ask('POST /api/sessions', { body: { login: town.login, password } });
    expect(said.body).toMatchObject({ code: 'sign_in_paused' });
  });

  test('the new secret must be strong: a PIN for a pupil, a password for staff', async () => {
    const town = await openTown();
    const pupil = await welcome(town, { number: '20230101' });
    expect(await refused(town.world, () => change(town.admin, password, 'short'))).toBe('secret_too_weak');
    for (const weak of ['123456', '230101', newPassword]) {
      expect(await refused(town.world, () => change(pupil.client, pin, weak))).toBe('secret_too_weak');
    }
    expect((await change(pupil.client, pin, '936174')).ok).toBe(true);
  });

  test('of two changes at the same moment exactly one wins, and whoever lost has to sign in', async () => {
    const town = await openTown();
    const other = await signedIn(town, town.login);
    const said = await Promise.all([
      change(town.admin, password, newPassword),
      change(other, password, `${newPassword}!`),
    ]);
    expect(said.filter(({ ok }) => ok)).toHaveLength(1);
    expect(said.find(({ ok }) => !ok)?.body).toMatchObject({ code: 'sign_in_needed' });
    expect([await seen(town.admin), await seen(other)].filter(Boolean)).toHaveLength(1);
  });
});
