import { describe, expect, test } from 'vitest';
import { membersOf, readTeam } from '../../functions/teams/index.ts';
import { type Client, everyPage } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import {
  appoint,
  appointLeader,
  type District,
  enrol,
  expectRefusal,
  openDistrict,
  type School,
  welcome,
} from './school.ts';

const found = ({ administrator }: District, { unit }: School, name = '小青荷服务队') =>
  administrator.must('POST /api/teams', { body: { unit, name, brand: '小手牵大手' } });
const join = (client: Client, team: string, ...volunteers: string[]) =>
  client.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers } });
const leave = (client: Client, team: string, ...volunteers: string[]) =>
  client.must('POST /api/teams/{team}/departures', { params: { team }, body: { volunteers } });
const listed = async (client: Client) => (await client.must('GET /api/teams', {})).items.map(({ id }) => id);

describe('founding', () => {
  test('a team starts without members and is shown to those who oversee its unit', async () => {
    const district = await openDistrict();
    const team = await found(district, district.east);
    expect(team).toEqual({
      id: team.id,
      unit: district.east.unit,
      name: '小青荷服务队',
      brand: '小手牵大手',
      members: 0,
    });
    expect(await district.administrator.must('GET /api/teams/{team}', { params: { team: team.id } })).toEqual(team);
  });

  test('the same key founds one team, and another body under it is refused', async () => {
    const { world, administrator, east } = await openDistrict();
    const key = crypto.randomUUID();
    const asked = { key, body: { unit: east.unit, name: '文明劝导队' } };
    const first = await administrator.ask('POST /api/teams', asked);
    const again = await administrator.ask('POST /api/teams', asked);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
    expect(await listed(administrator)).toHaveLength(1);
    const other = { key, body: { unit: east.unit, name: '另一支队' } };
    await expectRefusal(world, 'key_reused', () => administrator.ask('POST /api/teams', other));
  });

  test('a unit outside the asker’s scope is not found', async () => {
    const district = await openDistrict();
    const { world, east, west } = district;
    const unitAdmin = await appoint(district, 'unit_admin', east.unit);
    const body = { unit: west.unit, name: '越界队' };
    await expectRefusal(world, 'not_found', () => unitAdmin.ask('POST /api/teams', { body }));
  });
});

describe('who sees which team', () => {
  test('staff see the teams of their units, a leader the own team, a pupil the teams it is in', async () => {
    const district = await openDistrict();
    const { administrator, east, west } = district;
    const [eastern, western] = [await found(district, east), await found(district, west)];
    const pupil = await welcome(district, east);
    await join(administrator, eastern.id, pupil.id);
    const approver = await appoint(district, 'approver', east.unit);
    const desk = await appoint(district, 'desk', east.desk);
    const leader = await appointLeader(district, western.id);
    expect(new Set(await listed(administrator))).toEqual(new Set([eastern.id, western.id]));
    expect(await listed(approver)).toEqual([eastern.id]);
    expect(await listed(leader)).toEqual([western.id]);
    expect(await listed(pupil.client)).toEqual([eastern.id]);
    expect(await listed(desk)).toEqual([]);
  });

  test('a team outside the own scope, of another district, or that does not exist is the same not_found', async () => {
    const world = makeWorld();
    const [district, foreign] = [await openDistrict(world), await openDistrict(world, '梅湾区')];
    const [eastern, western] = [await found(district, district.east), await found(district, district.west)];
    const leader = await appointLeader(district, western.id);
    const pupil = await welcome(district, district.east);
    const absent = world.tools.newId(world.now);
    const asks: [Client, string][] = [
      [leader, eastern.id],
      [pupil.client, eastern.id],
      [foreign.administrator, eastern.id],
      [district.administrator, absent],
    ];
    for (const [client, team] of asks) {
      await expectRefusal(world, 'not_found', () => client.ask('GET /api/teams/{team}', { params: { team } }));
    }
    for (const team of [eastern.id, absent]) {
      const asked = { params: { team }, body: { volunteers: [pupil.id] } };
      await expectRefusal(world, 'not_found', () => leader.ask('GET /api/teams/{team}/members', { params: { team } }));
      await expectRefusal(world, 'not_found', () => leader.ask('POST /api/teams/{team}/members', asked));
      await expectRefusal(world, 'not_found', () => leader.ask('POST /api/teams/{team}/departures', asked));
    }
  });

  test('lists go on where the last page ended, and a cursor opens only the list it came from', async () => {
    const district = await openDistrict();
    const { world, administrator, east, west } = district;
    const teams = [];
    for (let number = 1; number <= 7; number++) teams.push((await found(district, number % 2 ? east : west)).id);
    const pages = await everyPage((cursor) => administrator.must('GET /api/teams', { query: { cursor, limit: 3 } }));
    expect(pages.map(({ id }) => id)).toEqual(teams);
    const { next: cursor } = await administrator.must('GET /api/teams', { query: { limit: 3 } });
    const unitAdmin = await appoint(district, 'unit_admin', east.unit);
    await expectRefusal(world, 'cursor_invalid', () => unitAdmin.ask('GET /api/teams', { query: { cursor } }));
    const members = { params: { team: teams[0] ?? '' }, query: { cursor } };
    await expectRefusal(world, 'cursor_invalid', () => unitAdmin.ask('GET /api/teams/{team}/members', members));
  });
});

describe('members', () => {
  test('each volunteer has an own result, and only those who enter are counted', async () => {
    const world = makeWorld();
    const [district, foreign] = [await openDistrict(world), await openDistrict(world, '梅湾区')];
    const team = await found(district, district.east);
    const [one, two] = [await enrol(district, district.east), await enrol(district, district.east, { name: '王芳' })];
    const [elsewhere, stranger] = [await enrol(district, district.west), await enrol(foreign, foreign.east)];
    const { items, team: after } = await join(
      district.administrator,
      team.id,
      one.id,
      two.id,
      elsewhere.id,
      stranger.id,
      one.id,
    );
    expect(items).toEqual([
      { id: one.id, outcome: 'done' },
      { id: two.id, outcome: 'done' },
      { id: elsewhere.id, outcome: 'person_not_eligible' },
      { id: stranger.id, outcome: 'not_found' },
    ]);
    expect(after.members).toBe(2);
    const door = [
      readTeam(world.tools, district.id, team.id),
      membersOf(world.tools, district.id, team.id, [elsewhere.id, one.id]),
    ];
    expect(await Promise.all(door)).toEqual([after, [false, true]]);
  });

  test('whom a school’s staff cannot see is not found, wherever he is', async () => {
    const district = await openDistrict();
    const team = await found(district, district.east);
    const elsewhere = await enrol(district, district.west);
    const leader = await appointLeader(district, team.id);
    expect((await join(leader, team.id, elsewhere.id)).items).toEqual([{ id: elsewhere.id, outcome: 'not_found' }]);
  });

  test('a class entered twice, or by two leaders at once, is counted once', async () => {
    const district = await openDistrict();
    const { administrator, east } = district;
    const team = await found(district, east);
    const pupils: string[] = [];
    for (let number = 0; number < 45; number++) pupils.push((await enrol(district, east)).id);
    await Promise.all([join(administrator, team.id, ...pupils), join(administrator, team.id, ...pupils.slice(20))]);
    const { items, team: after } = await join(administrator, team.id, ...pupils);
    expect(items.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(after.members).toBe(45);
  });

  test('a member who leaves is counted off once, and who is not a member is not found', async () => {
    const district = await openDistrict();
    const { administrator, east } = district;
    const team = await found(district, east);
    const pupil = await enrol(district, east);
    await join(administrator, team.id, pupil.id);
    const gone = await leave(administrator, team.id, pupil.id);
    expect(gone).toMatchObject({ items: [{ id: pupil.id, outcome: 'done' }], team: { members: 0 } });
    const again = await leave(administrator, team.id, pupil.id);
    expect(again).toMatchObject({ items: [{ id: pupil.id, outcome: 'not_found' }], team: { members: 0 } });
  });

  test('the list shows name, number and this school year’s class, page by page', async () => {
    const district = await openDistrict();
    const { administrator, east } = district;
    const team = await found(district, east);
    const pupils = [await enrol(district, east, { name: '张小明' }), await enrol(district, east, { name: '䶮羽' })];
    await join(administrator, team.id, ...pupils.map(({ id }) => id));
    const members = await everyPage((cursor) =>
      administrator.must('GET /api/teams/{team}/members', { params: { team: team.id }, query: { cursor, limit: 1 } }),
    );
    expect(members).toEqual([
      { volunteer: pupils[0]?.id, name: '张小明', number: pupils[0]?.number, class: '九(2)班' },
      { volunteer: pupils[1]?.id, name: '䶮羽', number: pupils[1]?.number, class: '九(2)班' },
    ]);
  });
});

describe('leaders', () => {
  test('a leader takes members in for the own team and no other', async () => {
    const district = await openDistrict();
    const { world, east } = district;
    const [own, other] = [await found(district, east), await found(district, east, '图书角')];
    const leader = await appointLeader(district, own.id);
    const pupil = await enrol(district, east);
    expect((await join(leader, own.id, pupil.id)).team.members).toBe(1);
    const asked = { params: { team: other.id }, body: { volunteers: [pupil.id] } };
    await expectRefusal(world, 'not_found', () => leader.ask('POST /api/teams/{team}/members', asked));
  });

  test('nobody is appointed in a foreign team, or under somebody else’s login', async () => {
    const world = makeWorld();
    const [district, foreign] = [await openDistrict(world), await openDistrict(world, '梅湾区')];
    const team = await found(district, district.east);
    const body = { login: 'liu.leader', name: '刘领队' };
    const asked = { params: { team: team.id }, body };
    await expectRefusal(world, 'not_found', () => foreign.administrator.ask('POST /api/teams/{team}/leaders', asked));
    await district.administrator.must('POST /api/teams/{team}/leaders', asked);
    const theirs = await found(foreign, foreign.east);
    const taken = { params: { team: theirs.id }, body };
    await expectRefusal(world, 'login_taken', () => foreign.administrator.ask('POST /api/teams/{team}/leaders', taken));
  });
});
