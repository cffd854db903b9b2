import { describe, expect, test } from 'vitest';
import { type Client, everyPage } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import { appoint, appointLeader, expectRefusal, openDistrict, welcome } from './school.ts';
import { found, join } from './team-actions.ts';

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

  test('one unit’s teams are asked for by whoever stands above it', async () => {
    const district = await openDistrict();
    const { world, administrator, east, west } = district;
    const [eastern, western] = [await found(district, east), await found(district, west)];
    const named = async (client: Client, unit: string) =>
      (await client.must('GET /api/teams', { query: { unit } })).items.map(({ id }) => id);
    expect(await named(administrator, east.unit)).toEqual([eastern.id]);
    expect(await named(administrator, west.unit)).toEqual([western.id]);
    const unitAdmin = await appoint(district, 'unit_admin', east.unit);
    expect(await named(unitAdmin, east.unit)).toEqual([eastern.id]);
    await expectRefusal(world, 'not_found', () => unitAdmin.ask('GET /api/teams', { query: { unit: west.unit } }));
  });

  test('lists go on where the last page ended, and a cursor opens only the list it came from', async () => {
    const district = await openDistrict();
    const { world, administrator, east, west } = district;
    const teams = [];
    for (let number = 1; number <= 7; number++) teams.push((await found(district, number % 2 ? east : west)).id);
    const pages = await everyPage((cursor) => administrator.must('GET /api/teams', { query: { cursor, limit: 3 } }));
    expect(pages.map(({ id }) => id)).toEqual(teams.toSorted());
    const { next: cursor } = await administrator.must('GET /api/teams', { query: { limit: 3 } });
    const unitAdmin = await appoint(district, 'unit_admin', east.unit);
    await expectRefusal(world, 'cursor_invalid', () => unitAdmin.ask('GET /api/teams', { query: { cursor } }));
    const members = { params: { team: teams[0] ?? '' }, query: { cursor } };
    await expectRefusal(world, 'cursor_invalid', () => unitAdmin.ask('GET /api/teams/{team}/members', members));
  });
});
