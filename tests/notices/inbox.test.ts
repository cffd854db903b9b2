/** The inbox: one message for each happening, to the person and the guardians, and what its owner does with it. */
import { describe, expect, test } from 'vitest';
import { type Change, project } from '../../functions/entries/wiring/project.ts';
import type { Client } from '../../scripts/local/client.ts';
import { birthDateAt, type Child, guardianOf, openFamily, paper } from '../guardians/family.ts';
import { approveAll, confirmAll, openSquad, recordShift, type Squad } from '../hours/squad.ts';
import { everythingStored, expectRefusal, type Pupil, welcome } from '../teams/school.ts';

const inboxOf = async (client: Client) => (await client.must('GET /api/me/notices', {})).items;
const kindsOf = async (client: Client) => (await inboxOf(client)).map(({ kind }) => kind).toReversed();
const publicityEnd = Date.parse('2026-03-09T16:00:00Z');

/** A pupil with a sign-in of their own, in a team. */
async function joined(): Promise<{ squad: Squad; pupil: Pupil }> {
  const squad = await openSquad({ members: 0 });
  const pupil = await welcome(squad.district, squad.district.east);
  const joining = { params: { team: squad.team }, body: { volunteers: [pupil.id] } };
  await squad.leader.must('POST /api/teams/{team}/members', joining);
  squad.members.push(pupil.id);
  return { squad, pupil };
}

async function served({ squad, pupil }: Awaited<ReturnType<typeof joined>>): Promise<string> {
  const { world } = squad.district;
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  await world.settle();
  await approveAll(squad, shift);
  await world.settle();
  world.now = publicityEnd;
  await world.tick();
  await pupil.signIn();
  await squad.signIn();
  return shift;
}

describe('a record', () => {
  test('tells its owner of each step once, with the numbers and nobody’s name', async () => {
    const known = await joined();
    const shift = await served(known);
    const notices = await inboxOf(known.pupil.client);
    expect(notices.toReversed()).toMatchObject([
      { kind: 'record_confirmed', unread: true, facts: { shift, day: '2026-03-02', minutes: 120 } },
      { kind: 'record_published', facts: { shift, minutes: 120, until: '2026-03-09' } },
      { kind: 'record_final', at: '2026-03-09T16:00:00.000Z', facts: { shift, minutes: 120, points: 20 } },
    ]);
    expect(notices.every(({ child }) => child === undefined)).toBe(true);
  });

  test('a message that only the next release has words for waits, and the others are read', async () => {
    const known = await joined();
    await served(known);
    const before = await inboxOf(known.pupil.client);
    const { world } = known.squad.district;
    const told = (await everythingStored(world)).find(({ kind, sk }) => kind === 'record_final' && sk.startsWith('N#'));
    const { pk = '', sk = '', ...row } = told ?? {};
    const put = { ...row, kind: 'of_the_next_release', byUnreadSk: `${sk}#later` };
    await world.store.transact('later', [{ table: 'Notices', key: { pk, sk: `${sk}#later` }, put }]);
    expect(await inboxOf(known.pupil.client)).toEqual(before);
    const { unread } = await known.pupil.client.must('GET /api/me/notices/unread', {});
    expect(unread).toBe(before.length);
  });

  test('told again by the streams, twice at once and backwards, brings no second message', async () => {
    const { squad, pupil } = await joined();
    await served({ squad, pupil });
    const { world } = squad.district;
    const before = await inboxOf(pupil.client);
    await pupil.client.must('POST /api/me/notices/read', { body: { notices: before.map(({ id }) => id) } });
    const told = world.store
      .readChanges(0, 100_000)
      .map(({ sequence, ...change }): Change => ({ ...change, sequence: String(sequence), at: world.now }));
    const stored = async () => (await everythingStored(world)).filter(({ sk }) => sk.startsWith('N#'));
    const once = await stored();
    await project(world.tools, told.toReversed(), world.now);
    await Promise.all([project(world.tools, told, world.now), project(world.tools, told, world.now)]);
    expect(await stored()).toEqual(once);
    expect(await inboxOf(pupil.client)).toEqual(before.map((notice) => ({ ...notice, unread: false })));
  });

  test('sent back is told to owner and leader, and asked about, to whoever it waits for, once each', async () => {
    const { squad, pupil } = await joined();
    const other = await welcome(squad.district, squad.district.east);
    const joining = { params: { team: squad.team }, body: { volunteers: [other.id] } };
    await squad.leader.must('POST /api/teams/{team}/members', joining);
    const shift = await recordShift(squad, {}, [pupil.id, other.id]);
    const { world } = squad.district;
    const params = { shift };
    for (const { client } of [pupil, other])
      await client.must('POST /api/me/records/{shift}/ask', { params, body: {} });
    await world.settle();
    expect(await kindsOf(squad.leader)).toEqual(['record_asked']);
    await confirmAll(squad, shift);
    await squad.approver.must('POST /api/shifts/{shift}/return', { params, body: { reason: '时间不对' } });
    await world.settle();
    expect((await kindsOf(squad.leader)).sort()).toEqual(['record_asked', 'shift_sent_back']);
    expect(await kindsOf(other.client)).toContain('record_sent_back');
    const later = await recordShift(squad, { from: world.now - 26 * 3_600_000 }, [pupil.id]);
    await confirmAll(squad, later);
    await pupil.client.must('POST /api/me/records/{shift}/ask', { params: { shift: later }, body: {} });
    await world.settle();
    expect(await kindsOf(squad.approver)).toEqual(['record_asked']);
  });
});

describe('a guardian', () => {
  test('gets a copy that names the child, and nothing more once others look after the child', async () => {
    const family = await openFamily([birthDateAt.eleven, birthDateAt.eleven]);
    const { world, administrator } = family.district;
    const [child] = family.children as [Child];
    const guardian = await guardianOf(family, child);
    await guardian.must('POST /api/me/consent', {
      body: { textVersion: '2026-1', scopes: ['roster', 'hours', 'publicity', 'rewards'] },
    });
    await guardian.must('POST /api/me/consent/withdrawal', { body: {} });
    await world.settle();
    expect((await inboxOf(guardian)).map(({ kind, child: about }) => [kind, about?.name])).toEqual([
      ['consent_withdrawn', '王小雨'],
      ['consent_given', '王小雨'],
    ]);
    const second = await guardianOf(family, family.children[1] as Child);
    expect(await inboxOf(second)).toEqual([]);
    const { account } = await guardian.must('GET /api/session', {});
    const ending = { params: { volunteer: child.id, account }, body: {} };
    await administrator.must('DELETE /api/volunteers/{volunteer}/guardians/{account}', ending);
    await paper(family, [child], '2026-03-02');
    await world.settle();
    const stored = (await everythingStored(world)).filter(({ pk, sk }) => pk.endsWith(account) && sk.startsWith('N#'));
    expect(stored).toHaveLength(2);
  });
});

describe('the owner of an inbox', () => {
  test('marks messages as read, whatever else is named with them', async () => {
    const known = await joined();
    await served(known);
    const { client } = known.pupil;
    expect(await client.must('GET /api/me/notices/unread', {})).toEqual({ unread: 3 });
    const [first] = await inboxOf(client);
    const body = { notices: [first?.id ?? '', 'nothing'] };
    expect(await client.must('POST /api/me/notices/read', { body })).toEqual({ unread: 2 });
    expect(await client.must('POST /api/me/notices/read', { body })).toEqual({ unread: 2 });
    expect((await inboxOf(client)).map(({ unread }) => unread)).toEqual([false, true, true]);
    expect(await inboxOf(known.squad.approver)).toEqual([]);
  });

  test('pages through it; a cursor of another’s inbox opens nothing', async () => {
    const known = await joined();
    await served(known);
    const query = { limit: 2 };
    const page = await known.pupil.client.must('GET /api/me/notices', { query });
    expect(page.items).toHaveLength(2);
    const rest = await known.pupil.client.must('GET /api/me/notices', { query: { ...query, cursor: page.next } });
    expect(rest.items.map(({ kind }) => kind)).toEqual(['record_confirmed']);
    await expectRefusal(known.squad.district.world, 'cursor_invalid', () =>
      known.squad.leader.ask('GET /api/me/notices', { query: { cursor: page.next ?? '' } }),
    );
  });

  test('switches a kind off and on again, each by itself, but not what concerns rights and safety', async () => {
    const known = await joined();
    const { client } = known.pupil;
    for (const kind of ['record_confirmed', 'record_published'] as const)
      await client.must('PUT /api/me/notice-switches', { body: { kind, on: false } });
    await client.must('PUT /api/me/notice-switches', { body: { kind: 'record_published', on: true } });
    const { items } = await client.must('GET /api/me/notice-switches', {});
    expect(items.filter(({ on }) => !on)).toEqual([{ kind: 'record_confirmed', on: false, always: false }]);
    expect(items.find(({ kind }) => kind === 'approvals_waiting')).toBeUndefined();
    await expectRefusal(known.squad.district.world, 'notice_needed', () =>
      client.ask('PUT /api/me/notice-switches', { body: { kind: 'consent_withdrawn', on: false } }),
    );
    await served(known);
    expect(await kindsOf(client)).toEqual(['record_published', 'record_final']);
    const ofLeader = await known.squad.leader.must('GET /api/me/notice-switches', {});
    const heard = ofLeader.items.map(({ kind }) => kind);
    expect(heard).toEqual(expect.arrayContaining(['shift_sent_back', 'record_asked', 'team_order_offered']));
    for (const kind of ['approvals_waiting', 'order_to_triage', 'record_final']) expect(heard).not.toContain(kind);
  });
});
