import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { activated, appoint, invite, openTown, principal, refused, type Town } from './town.ts';

const newDesk = async ({ admin }: Town, unit: string) =>
  (await admin.must('POST /api/desks', { body: { unit, name: '积分超市', place: '一楼', hours: '午休' } })).id;

describe('inviting', () => {
  test('a school’s administrator invites an approver, who gets a code for a first sign-in', async () => {
    const town = await openTown();
    const said = await invite(await principal(town), { scope: town.east.unit, login: 'New.Colleague' });
    expect(said).toMatchObject({
      status: 201,
      body: {
        login: 'new.colleague',
        name: '陈老师',
        active: true,
        code: expect.stringMatching(/^\w{4}-\w{4}$/),
        posts: [{ role: 'approver', scope: town.east.unit, unitName: '城东小学' }],
      },
    });
    const { session } = await activated(town.world, said.ok ? said.body.code : '');
    expect(session.post).toMatchObject({ role: 'approver', unit: town.east.unit });
    expect(session.person).toBe(session.account);
  });

  test('another school and one that is not there are the same not found', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    const client = await principal(town);
    const ids = [town.west.unit, town.district, other.east.unit, town.world.tools.newId(0)];
    const answers = [];
    for (const scope of ids) {
      expect(await refused(town.world, () => invite(client, { scope }))).toBe('not_found');
      answers.push((await invite(client, { scope })).body);
    }
    for (const body of answers) expect(body).toEqual(answers[0]);
  });

  test('a post at a desk belongs to the desk’s unit, which the asker must cover', async () => {
    const town = await openTown();
    const client = await principal(town);
    const [east, west] = [await newDesk(town, town.east.unit), await newDesk(town, town.west.unit)];
    expect((await invite(client, { role: 'desk', scope: east })).body).toMatchObject({
      posts: [{ role: 'desk', scope: east, unit: town.east.unit }],
    });
    for (const scope of [west, town.east.unit]) {
      expect(await refused(town.world, () => invite(client, { role: 'desk', scope, login: 'x.y' }))).toBe('not_found');
    }
  });

  test('a unit’s administrator cannot make a district’s administrator or an auditor', async () => {
    const town = await openTown();
    const client = await principal(town);
    expect(await refused(town.world, () => invite(client, { role: 'auditor', scope: town.east.unit }))).toBe(
      'post_not_allowed',
    );
    for (const scope of [town.district, town.east.unit]) {
      const ask = () => invite(client, { role: 'district_admin', scope });
      expect(await refused(town.world, ask)).toBe('not_found');
    }
    const ofSchool = () => invite(town.admin, { role: 'district_admin', scope: town.east.unit });
    expect(await refused(town.world, ofSchool)).toBe('not_found');
    expect((await invite(town.admin, { role: 'district_admin', scope: town.district })).ok).toBe(true);
  });

  test('posts without the right to invite are told so', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'approver', 'approver', town.east.unit);
    expect(await refused(town.world, () => invite(client, { scope: town.east.unit }))).toBe('post_not_allowed');
  });

  test('the same key gives the same account again, without the code; another body under it is refused', async () => {
    const town = await openTown();
    const key = randomUUID();
    const first = await invite(town.admin, { scope: town.east.unit }, key);
    const again = await invite(town.admin, { scope: town.east.unit }, key);
    const { code, ...account } = first.ok ? first.body : {};
    expect(code).toBeDefined();
    expect(again.body).toEqual(account);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = () => invite(town.admin, { scope: town.west.unit }, key);
    expect(await refused(town.world, other)).toBe('key_reused');
  });

  test('a refused key stays refused, even when the reason is gone', async () => {
    const town = await openTown();
    const client = await principal(town);
    await invite(town.admin, { scope: town.west.unit });
    const key = randomUUID();
    const ask = () => invite(client, { scope: town.east.unit }, key);
    expect((await ask()).body).toMatchObject({ code: 'login_taken', keySpent: true });
    expect(await refused(town.world, ask)).toBe('login_taken');
  });
});

describe('a login somebody has', () => {
  test('a colleague gets a further post and keeps name, password and session', async () => {
    const town = await openTown();
    const { client, account } = await appoint(town, 'colleague', 'approver', town.east.unit);
    const said = await invite(await principal(town), { scope: town.east.unit, role: 'unit_admin', name: '另一个名字' });
    expect(said.body).toMatchObject({ account, name: '陈老师', posts: [{ role: 'approver' }, { role: 'unit_admin' }] });
    expect(said.body).not.toHaveProperty('code');
    expect((await client.must('GET /api/session', {})).posts).toHaveLength(2);
  });

  test('the same post twice is one post', async () => {
    const town = await openTown();
    await invite(town.admin, { scope: town.east.unit });
    const again = await invite(town.admin, { scope: town.east.unit });
    expect(again.ok && again.body.posts).toHaveLength(1);
  });

  test('whoever has not signed in yet gets a new code, and the older one dies', async () => {
    const town = await openTown();
    const first = await invite(town.admin, { scope: town.east.unit });
    const second = await invite(town.admin, { scope: town.east.unit });
    const codes = [first, second].map(({ body }) => ('login' in body ? body.code : undefined));
    await expect(activated(town.world, codes[0])).rejects.toThrow('code_invalid');
    expect(await activated(town.world, codes[1])).toBeDefined();
  });

  test('a login of another unit or another district is taken', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    await invite(town.admin, { scope: town.west.unit });
    const client = await principal(town);
    expect(await refused(town.world, () => invite(client, { scope: town.east.unit }))).toBe('login_taken');
    expect(await refused(town.world, () => invite(other.admin, { scope: other.east.unit }))).toBe('login_taken');
  });

  test('whoever holds a code cannot use it for a post above the own that was given after it', async () => {
    const town = await openTown();
    const client = await principal(town);
    const first = await invite(client, { scope: town.east.unit });
    const second = await invite(town.admin, { role: 'auditor', scope: town.district });
    await expect(activated(town.world, first.ok ? first.body.code : '')).rejects.toThrow('code_invalid');
    const third = await invite(client, { scope: town.east.unit, role: 'unit_admin' });
    expect(third.ok && third.body.posts.map(({ role }) => role)).toEqual(['approver', 'unit_admin']);
    expect(third.body).not.toHaveProperty('code');
    await expect(activated(town.world, second.ok ? second.body.code : '')).rejects.toThrow('code_invalid');
  });

  test('of two invitations of one login at the same moment one makes the account, the other adds a post', async () => {
    const town = await openTown();
    const scopes = [town.east.unit, town.west.unit];
    const said = await Promise.all(scopes.map((scope) => invite(town.admin, { scope })));
    expect(new Set(said.map(({ body }) => 'account' in body && body.account)).size).toBe(1);
    const final = await invite(town.admin, { scope: town.east.unit });
    expect(final.ok && final.body.posts).toHaveLength(2);
  });

  test('four posts given to a colleague at the same moment are all there', async () => {
    const town = await openTown();
    await invite(town.admin, { scope: town.east.unit });
    const scopes = [town.west.unit, town.community, town.district];
    const said = await Promise.all([
      ...scopes.map((scope) => invite(town.admin, { scope })),
      invite(town.admin, { scope: town.east.unit, role: 'unit_admin' }),
    ]);
    expect(said.every(({ ok }) => ok)).toBe(true);
    const final = await invite(town.admin, { scope: town.east.unit });
    expect(final.ok && final.body.posts).toHaveLength(5);
  });
});
