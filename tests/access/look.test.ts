import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { appoint, hourMs, openTown, password, refused, type Town, welcome } from './town.ts';

const choose = (client: Client, body: { language?: 'zh-CN' | 'en'; size?: 'large'; theme?: 'dark' }) =>
  client.must('PUT /api/session/look', { body });
const lookOf = async (client: Client) => (await client.must('GET /api/session', {})).look;

describe('the look of an account’s pages', () => {
  test('is nothing until it is chosen; what is not named stays as it was', async () => {
    const { admin } = await openTown();
    expect(await lookOf(admin)).toEqual({});
    expect(await choose(admin, { size: 'large', language: 'en' })).toEqual({ size: 'large', language: 'en' });
    expect(await choose(admin, { theme: 'dark', language: 'zh-CN' })).toEqual({
      size: 'large',
      language: 'zh-CN',
      theme: 'dark',
    });
    expect(await choose(admin, {})).toEqual(await lookOf(admin));
  });

  test('is remembered on the next device, through another post and a new card', async () => {
    const town = await openTown();
    const pupil = await welcome(town);
    await choose(pupil.client, { size: 'large' });
    const card = await town.world.client().must('POST /api/sessions', { body: pupil.signIn });
    expect(card.look).toEqual({ size: 'large' });
    expect((await welcome(town, { volunteer: pupil.volunteer })).volunteer).toBe(pupil.volunteer);
    const body = { login: town.login, password };
    await choose(town.admin, { theme: 'dark' });
    expect((await town.world.client().must('POST /api/sessions', { body })).look).toEqual({ theme: 'dark' });
    const { post } = await town.admin.must('GET /api/session', {});
    const again = await town.admin.must('POST /api/session/post', { body: { post: post.id } });
    expect(again.look).toEqual({ theme: 'dark' });
  });

  test('belongs to one account, and is chosen of what there is', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'colleague', 'approver', town.east.unit);
    await choose(town.admin, { theme: 'dark' });
    expect(await lookOf(client)).toEqual({});
    const odd = { theme: 'pink' } as unknown as { theme: 'dark' };
    expect(await refused(town.world, () => client.ask('PUT /api/session/look', { body: odd }))).toBe('shape_invalid');
  });
});

test('a session names staff to themselves, and leaves pupils’ names to their own page', async () => {
  const town = await openTown();
  const { session } = await appoint(town, 'colleague', 'approver', town.east.unit);
  expect(session.name).toBe('陈老师');
  const { client } = await welcome(town);
  expect((await client.must('GET /api/session', {})).name).toBeUndefined();
});

describe('the session’s cookie', () => {
  const ageAfter = async (town: Town, code: string, secret: { pin: string } | { password: string }) => {
    const said = await town.world.client().ask('POST /api/activations', { body: { code, ...secret } });
    return { cookie: said.headers.get('set-cookie') ?? '', until: said.ok ? Date.parse(said.body.until) : 0 };
  };

  test('lives on a pupil’s or leader’s phone as long as the session does', async () => {
    const town = await openTown();
    const { world, admin, east } = town;
    const pupil = await welcome(town);
    const said = await world.client().ask('POST /api/sessions', { body: pupil.signIn });
    expect(said.headers.get('set-cookie')).toContain(`Max-Age=${(12 * hourMs) / 1000}`);
    const { id: team } = await admin.must('POST /api/teams', { body: { unit: east.unit, name: '小青荷服务队' } });
    const asked = { params: { team }, body: { login: 'leader', name: '刘领队' } };
    const { code = '' } = await admin.must('POST /api/teams/{team}/leaders', asked);
    const { cookie, until } = await ageAfter(town, code, { password });
    expect(cookie).toContain(`Max-Age=${(until - world.now) / 1000}`);
    const extra = { login: 'leader', name: '刘领队', role: 'approver', scope: east.unit } as const;
    await admin.must('POST /api/staff', { body: extra });
    const both = await world.client().ask('POST /api/sessions', { body: { login: 'leader', password } });
    expect(both.headers.get('set-cookie')).not.toContain('Max-Age');
  });

  test('of other staff ends with the browser', async () => {
    const town = await openTown();
    const body = { login: 'colleague', name: '陈老师', role: 'approver', scope: town.east.unit } as const;
    const { code = '' } = await town.admin.must('POST /api/staff', { body });
    expect((await ageAfter(town, code, { password })).cookie).not.toContain('Max-Age');
  });
});
