import { describe, expect, test } from 'vitest';
import type { Write } from '../../functions/platform/store/port.ts';
import { membersOf, readTeam } from '../../functions/teams/index.ts';
import { volunteerAt } from '../../functions/volunteers/rows.ts';
import { everyPage } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import { interposing } from '../volunteers/interposing-store.ts';
import { appointLeader, enrol, expectRefusal, openDistrict } from './school.ts';
import { found, join, leave } from './team-actions.ts';

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

  test('who moves to another school at the moment of joining stays out, and the others come in', async () => {
    const { wrap, interpose } = interposing();
    const world = makeWorld(wrap);
    const district = await openDistrict(world);
    const team = await found(district, district.east);
    const [one, mover] = [await enrol(district, district.east), await enrol(district, district.east)];
    const moving: Write = {
      ...volunteerAt(district.id, mover.id),
      update: { set: { school: district.west.unit }, add: { ver: 1 } },
    };
    interpose(
      ({ key }) => key.sk === `M#${mover.id}`,
      () => world.store.transact('MOVE', [moving]),
    );
    const { items, team: after } = await join(district.administrator, team.id, one.id, mover.id);
    expect(items).toEqual([
      { id: one.id, outcome: 'done' },
      { id: mover.id, outcome: 'person_not_eligible' },
    ]);
    expect(after.members).toBe(1);
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
    expect(members.toSorted((one, other) => (one.number < other.number ? -1 : 1))).toEqual([
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
