import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { approveAll, confirmAll, openSquad, outcomes, recordShift, type Squad } from '../hours/squad.ts';
import { colleagueOf } from './colleague.ts';
import { appoint, expectRefusal, openDistrict } from './school.ts';

/** The Thursday of the harness's week ends then in Shanghai. */
const untilEnd = Date.parse('2026-03-06T00:00:00+08:00');
const until = '2026-03-05';
const dayMs = 24 * 3_600_000;
const lend = (client: Client, team: string, login: string, day = until) =>
  client.ask('POST /api/teams/{team}/substitutes', { params: { team }, body: { login, until: day } });
const takeBack = (client: Client, team: string, account: string) =>
  client.ask('DELETE /api/teams/{team}/substitutes/{account}', { params: { team, account }, body: {} });
const leaders = async (client: Client, team: string) =>
  (await client.must('GET /api/teams/{team}/leaders', { params: { team } })).items;
const act = (client: Client, team: string) =>
  client.must('POST /api/session/post', { body: { post: `leader-${team}` } });
const teams = async (client: Client) => (await client.must('GET /api/teams', {})).items.map(({ id }) => id);

describe('lending a team', () => {
  test('the substitute leads it from the next request on, and everybody sees until when and by whom', async () => {
    const squad = await openSquad();
    const { team, leader, district } = squad;
    const { client, account, login } = await colleagueOf(district, district.east.unit);
    const said = await lend(leader, team, login);
    expect(said.body).toEqual({ account, name: '代老师', until: '2026-03-05T16:00:00.000Z', lentBy: '刘领队' });
    expect(await leaders(leader, team)).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: '刘领队' }), said.ok && said.body]),
    );
    expect((await act(client, team)).post).toMatchObject({ role: 'leader', scope: team });
    expect(await teams(client)).toEqual([team]);
    expect(await recordShift({ ...squad, leader: client })).toBeDefined();
  });

  test('it ends by itself at 24:00 in Shanghai of the day', async () => {
    const squad = await openSquad();
    const { team, leader, district } = squad;
    const { client, login, signIn } = await colleagueOf(district, district.east.unit);
    await lend(leader, team, login);
    district.world.now = untilEnd - 1;
    await signIn();
    await act(client, team);
    district.world.now = untilEnd;
    expect((await client.must('GET /api/session', {})).post.role).toBe('approver');
    const asked = await client.ask('POST /api/session/post', { body: { post: `leader-${team}` } });
    expect(asked.body).toMatchObject({ code: 'not_found' });
    await squad.signIn();
    expect(await leaders(leader, team)).toHaveLength(1);
  });

  test('a leader who had it for a time does not see it among the own teams afterwards', async () => {
    const [squad, other] = await twoSquads();
    const { login } = await loginOf(other);
    await lend(squad.leader, squad.team, login);
    expect((await teams(other.leader)).sort()).toEqual([squad.team, other.team].sort());
    squad.district.world.now = untilEnd;
    await other.signIn();
    expect(await teams(other.leader)).toEqual([other.team]);
  });

  test('it ends early by the leader, by the unit’s administrator, or when the substitute gives it back', async () => {
    const squad = await openSquad();
    const { team, leader, district } = squad;
    const principal = await appoint(district, 'unit_admin', district.east.unit);
    const { client, account, login } = await colleagueOf(district, district.east.unit);
    for (const whose of [leader, principal, client]) {
      await lend(leader, team, login);
      await act(client, team);
      expect((await takeBack(whose, team, account)).body).toEqual({ account, ended: true });
      expect((await client.must('GET /api/session', {})).posts.map(({ role }) => role)).toEqual(['approver']);
    }
    await expectRefusal(district.world, 'not_found', () => takeBack(leader, team, account));
  });

  test('lending again moves the day', async () => {
    const squad = await openSquad();
    const { login } = await colleagueOf(squad.district, squad.district.east.unit);
    await lend(squad.leader, squad.team, login);
    const again = await lend(squad.leader, squad.team, login, '2026-03-31');
    expect(again.body).toMatchObject({ until: '2026-03-31T16:00:00.000Z' });
    expect(await leaders(squad.leader, squad.team)).toHaveLength(2);
  });

  test('a day that is past or more than half a year away is refused', async () => {
    const squad = await openSquad();
    const { login } = await colleagueOf(squad.district, squad.district.east.unit);
    for (const day of ['2026-03-01', '2026-09-02']) {
      const ask = () => lend(squad.leader, squad.team, login, day);
      await expectRefusal(squad.district.world, 'until_day_invalid', ask);
    }
    expect((await lend(squad.leader, squad.team, login, '2026-03-02')).ok).toBe(true);
  });

  test('whom the unit does not have is not found, oneself included; a leader is told that he leads it', async () => {
    const [squad, other] = await twoSquads();
    const away = await colleagueOf(squad.district, squad.district.west.unit);
    const { world } = squad.district;
    const own = await loginOf(squad);
    for (const login of ['nobody.here', away.login, own.login]) {
      await expectRefusal(world, 'not_found', () => lend(squad.leader, squad.team, login));
    }
    await expectRefusal(world, 'not_found', () => lend(other.leader, squad.team, away.login));
    await expectRefusal(world, 'post_held', () => lend(squad.district.administrator, squad.team, own.login));
    const strange = () => takeBack(squad.leader, other.team, away.account);
    await expectRefusal(world, 'not_found', strange);
  });

  test('a substitute lends the team to nobody and takes it from no other substitute', async () => {
    const squad = await openSquad();
    const { team, leader, district } = squad;
    const [one, two] = [
      await colleagueOf(district, district.east.unit),
      await colleagueOf(district, district.east.unit),
    ];
    for (const { login } of [one, two]) await lend(leader, team, login);
    await act(one.client, team);
    await expectRefusal(district.world, 'post_not_allowed', () => lend(one.client, team, two.login));
    await expectRefusal(district.world, 'post_not_allowed', () => takeBack(one.client, team, two.account));
  });

  test('what a substitute has recorded he never approves, with whatever post and at whatever time', async () => {
    const squad = await openSquad({ members: 1 });
    const { team, leader, district } = squad;
    const { client, login, signIn } = await colleagueOf(district, district.east.unit);
    await lend(leader, team, login);
    await act(client, team);
    const shift = await recordShift({ ...squad, leader: client });
    await confirmAll(squad, shift);
    await client.must('POST /api/session/post', { body: { post: `approver-${district.east.unit}` } });
    const approving = { ...squad, approver: client };
    expect(outcomes(await approveAll(approving, shift))).toEqual(['self_approval']);
    district.world.now = untilEnd + dayMs;
    await signIn();
    expect(outcomes(await approveAll(approving, shift))).toEqual(['self_approval']);
  });
});

async function twoSquads(): Promise<[Squad, Squad]> {
  const district = await openDistrict();
  return [await openSquad({ district }), await openSquad({ district })];
}

/** The login that a squad's leader signs in by. */
async function loginOf({ district: { administrator, east }, leader }: Squad) {
  const { account } = await leader.must('GET /api/session', {});
  const { items } = await administrator.must('GET /api/staff', { query: { unit: east.unit } });
  return { login: items.find((one) => one.account === account)?.login ?? '' };
}
