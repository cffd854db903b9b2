/** A correction of final hours is told to both sides, once each: to its person, and to the team and the recorder. */
import { expect, test } from 'vitest';
import { recordAt } from '../../functions/hours/rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import { corrected, decide, openAffair, propose, served } from '../changes/affair.ts';
import { appoint, appointLeader } from '../teams/school.ts';
import { inboxOf } from './inboxes.ts';

const told = async (client: Client) =>
  (await inboxOf(client)).filter(({ kind }) => kind === 'team_record_corrected').map(({ facts }) => facts);

test('every leader of the team and whoever entered the record are told once, and nobody else', async () => {
  const affair = await openAffair();
  const { district, team, leader, approver, pupil, first, second } = affair;
  const colleague = await appointLeader(district, team);
  const shift = await served(affair, 120);
  await corrected(affair, shift, 60);
  await district.world.settle();
  const facts = { shift, day: '2026-03-07', minutesBefore: 120, minutes: 60, pointsBefore: 20, points: 10 };
  expect(await told(leader)).toEqual([facts]);
  expect(await told(colleague)).toEqual([facts]);
  for (const client of [approver, first, second, pupil.client]) expect(await told(client)).toEqual([]);
  expect((await inboxOf(pupil.client)).filter(({ kind }) => kind === 'record_corrected')).toHaveLength(1);
});

test('a recorder who leads the team no more is told all the same', async () => {
  const affair = await openAffair();
  const { district } = affair;
  const { world, id, east } = district;
  const shift = await served(affair, 120);
  const elsewhere = await appoint(district, 'approver', east.unit);
  const { account } = await elsewhere.must('GET /api/session', {});
  const at = recordAt(id, shift, affair.pupil.id);
  await world.store.transact('RECORDER', [{ ...at, update: { set: { recordedBy: account } } }]);
  await corrected(affair, shift, 60);
  await world.settle();
  expect(await told(elsewhere)).toHaveLength(1);
});

test('a leader who proposed or decided it hears nothing more of it than the answer', async () => {
  const affair = await openAffair();
  const { district, team, first, second } = affair;
  const { administrator, world, east } = district;
  const { items } = await administrator.must('GET /api/staff', { query: { unit: east.unit } });
  for (const client of [first, second]) {
    const { account } = await client.must('GET /api/session', {});
    const login = items.find((one) => one.account === account)?.login ?? '';
    const params = { team };
    await administrator.must('POST /api/teams/{team}/leaders', { params, body: { login, name: '陈老师' } });
  }
  const { id } = await propose(affair, await served(affair, 120), 60);
  await decide(second, id);
  await world.settle();
  for (const client of [first, second]) expect(await told(client)).toEqual([]);
  expect(await told(affair.leader)).toHaveLength(1);
});
