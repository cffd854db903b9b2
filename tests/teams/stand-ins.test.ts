import { describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { approveAll, confirmAll, openSquad, outcomes, recordShift } from '../hours/squad.ts';
import { colleagueOf } from './colleague.ts';
import { appoint, expectRefusal } from './school.ts';

const until = '2026-03-05';
const untilEnd = Date.parse('2026-03-06T00:00:00+08:00');

describe('a stand-in who approves', () => {
  const name = (client: Client, login: string, unit: string, day = until) =>
    client.ask('POST /api/staff/stand-ins', { body: { login, unit, until: day } });

  test('somebody of another school approves for a time, and never what he recorded', async () => {
    const squad = await openSquad({ members: 1 });
    const { district } = squad;
    const { client, login, signIn } = await colleagueOf(district, district.west.unit);
    const principal = await appoint(district, 'unit_admin', district.east.unit);
    const said = await name(principal, login, district.east.unit);
    expect(said.body).toMatchObject({
      name: '代老师',
      posts: [{ role: 'approver', until: '2026-03-05T16:00:00.000Z' }],
    });
    await client.must('POST /api/session/post', { body: { post: `approver-${district.east.unit}` } });
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    expect(outcomes(await approveAll({ ...squad, approver: client }, shift))).toEqual(['done']);
    district.world.now = untilEnd;
    await signIn();
    expect((await client.must('GET /api/session', {})).posts).toHaveLength(1);
  });

  test('the school’s administrator may end it early like every post', async () => {
    const squad = await openSquad();
    const { district } = squad;
    const { client, login, account } = await colleagueOf(district, district.west.unit);
    await name(district.administrator, login, district.east.unit);
    const principal = await appoint(district, 'unit_admin', district.east.unit);
    const params = { account, post: `approver-${district.east.unit}` };
    await principal.must('DELETE /api/staff/{account}/posts/{post}', { params, body: {} });
    expect((await client.must('GET /api/session', {})).posts).toHaveLength(1);
  });

  test('is a colleague with a sign-in, for a unit of the asker’s, who is no approver there already', async () => {
    const squad = await openSquad();
    const { district } = squad;
    const { world, east, west } = district;
    const principal = await appoint(district, 'unit_admin', east.unit);
    const away = await colleagueOf(district, west.unit);
    const here = await colleagueOf(district, east.unit);
    await expectRefusal(world, 'not_found', () => name(principal, 'nobody.here', east.unit));
    await expectRefusal(world, 'not_found', () => name(principal, away.login, west.unit));
    await expectRefusal(world, 'post_held', () => name(principal, here.login, east.unit));
    await expectRefusal(world, 'until_day_invalid', () => name(principal, away.login, east.unit, '2026-03-01'));
  });
});
