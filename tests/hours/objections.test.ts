/**
 * Somebody says that a public record is wrong, POST /api/me/records/{shift}/objection, or with the school's link: it is
 * frozen, decided by the school, POST /api/shifts/{shift}/objections/{volunteer}, and answered with a name.
 */
import { describe, expect, test } from 'vitest';
import { recordAt } from '../../functions/hours/rows.ts';
import { expectRefusal } from '../teams/school.ts';
import { decideAs, follow, inPublic, linkOf, listOf, objectsTo, openPublished, own } from './objected.ts';
import { makeGuardian } from './own-child.ts';
import { approveAll, confirmAll, dayMs, openSquad, recordShift, recordsOf, type Squad } from './squad.ts';

describe('an objection by the pupil', () => {
  test('freezes the record, takes it off the public list and waits for the school', async () => {
    const { squad, pupil, shift } = await openPublished();
    const { world, east } = squad.district;
    expect(await follow(pupil, shift)).toMatchObject({ mayObject: true });
    expect((await objectsTo(pupil, shift)).body).toEqual({ state: 'objected' });
    expect((await objectsTo(pupil, shift)).body).toEqual({ state: 'objected' });
    await world.settle();
    const { items } = await listOf(squad);
    const objection = { by: 'volunteer', reason: 'wrong_time', text: '我五点就走了' };
    expect(items).toMatchObject([{ volunteer: pupil.id, person: '张小明', objection }]);
    const school = { params: { school: east.code } };
    const [listed] = (await world.client().must('GET /api/publicity/{school}', school)).items;
    expect(listed?.people).toHaveLength(1);
    world.now += 8 * dayMs;
    await world.tick();
    await squad.signIn();
    const states = (await recordsOf(squad, shift)).map(({ state }) => state);
    expect(states.sort()).toEqual(['final', 'objected']);
  });

  test('dismissed goes on with the days that were left, then counts; nobody objects to it again', async () => {
    const { squad, pupil, shift } = await openPublished();
    const { world } = squad.district;
    const { dueAt = '' } = await follow(pupil, shift);
    await objectsTo(pupil, shift);
    world.now += 3 * dayMs;
    await squad.signIn();
    expect((await decideAs(squad.approver, shift, pupil.id, 'dismissed')).body).toEqual({ state: 'published' });
    await pupil.signIn();
    const after = await follow(pupil, shift);
    expect(Date.parse(after.dueAt ?? '')).toBeGreaterThan(Date.parse(dueAt));
    expect(after).toMatchObject({ mayObject: false });
    expect(after.objection).toMatchObject({ decision: 'dismissed', answer: '查过签到表', decider: '陈老师' });
    await expectRefusal(world, 'record_not_open', () => objectsTo(pupil, shift));
    for (const due of [dueAt, after.dueAt ?? '']) {
      world.now = Date.parse(due);
      await world.tick();
    }
    await pupil.signIn();
    expect(await follow(pupil, shift)).toMatchObject({ state: 'final', points: 20 });
  });

  test('upheld rejects the record and frees its time, and a repeat says the same', async () => {
    const { squad, pupil, shift } = await openPublished();
    const { world } = squad.district;
    await objectsTo(pupil, shift);
    for (let time = 0; time < 2; time++) {
      expect((await decideAs(squad.approver, shift, pupil.id, 'upheld')).body).toEqual({ state: 'rejected' });
    }
    expect((await listOf(squad)).items).toEqual([]);
    expect((await follow(pupil, shift)).steps.at(-1)).toMatchObject({ state: 'rejected' });
    const again = await recordShift(squad, {}, [pupil.id]);
    expect((await confirmAll(squad, again)).items.map(({ outcome }) => outcome)).toEqual(['done']);
    world.now += 30 * dayMs;
    await world.tick();
    await pupil.signIn();
    expect(await pupil.client.must('GET /api/me/balance', {})).toMatchObject({ points: 0 });
  });

  test('is decided by somebody who did not enter the record', async () => {
    const { squad, pupil, shift } = await openPublished();
    const { world } = squad.district;
    await expectRefusal(world, 'record_not_open', () => decideAs(squad.approver, shift, pupil.id, 'upheld'));
    await expectRefusal(world, 'not_found', () => decideAs(squad.approver, shift, squad.team, 'upheld'));
    const absent = { params: { shift: squad.team }, body: { reason: 'other' as const } };
    await expectRefusal(world, 'not_found', () => pupil.client.ask(own, absent));
  });
});

describe('a decision', () => {
  test('is not for whoever entered the record, nor for a guardian of the child', async () => {
    const { squad, pupil, shift } = await openPublished();
    const { world, id: district } = squad.district;
    await objectsTo(pupil, shift);
    const { person, account } = await squad.approver.must('GET /api/session', {});
    const at = recordAt(district, shift, pupil.id);
    const [record] = await world.store.get([at]);
    const setRecorder = (recordedBy: string) =>
      world.store.transact(`recorder ${recordedBy}`, [{ ...at, update: { set: { recordedBy } } }]);
    await setRecorder(person);
    await expectRefusal(world, 'self_approval', () => decideAs(squad.approver, shift, pupil.id, 'upheld'));
    await setRecorder(String(record?.recordedBy));
    await makeGuardian(squad, account, pupil.id);
    await expectRefusal(world, 'relative_hours', () => decideAs(squad.approver, shift, pupil.id, 'upheld'));
  });
});

test('a leader cannot confirm the hours of an own child, nor an approver approve them', async () => {
  const squad = await openSquad({ members: 1 });
  const [child = ''] = squad.members;
  const shift = await recordShift(squad);
  const outcomesOf = async (work: Promise<{ items: { outcome: string }[] }>) =>
    (await work).items.map(({ outcome }) => outcome);
  const accountOfPost = async (client: Squad['leader']) => (await client.must('GET /api/session', {})).account;
  const leading = await openSquad({ members: 0, district: squad.district });
  await makeGuardian(squad, await accountOfPost(leading.approver), child);
  await confirmAll(squad, shift);
  expect(await outcomesOf(approveAll(leading, shift))).toEqual(['relative_hours']);
  const later = await recordShift(squad, { from: squad.district.world.now - 3_600_000, minutes: 30 });
  await makeGuardian(squad, await accountOfPost(squad.leader), child);
  expect(await outcomesOf(confirmAll(squad, later))).toEqual(['relative_hours']);
});

describe('an objection with the school’s signed link, POST /api/publicity/{school}/objections', () => {
  const refsOf = async ({ district: { world, east } }: Squad) => {
    const { items } = await world.client().must('GET /api/publicity/{school}', { params: { school: east.code } });
    return items.flatMap(({ shift, people }) => people.map(({ ref = '' }) => ({ shift, person: ref })));
  };

  test('freezes one person’s record without an account; the person still has a say afterwards', async () => {
    const { squad, pupil, shift } = await openPublished();
    const { world, east } = squad.district;
    const { link, school } = await linkOf(squad);
    expect(school).toBe(east.code);
    for (const { person } of await refsOf(squad)) {
      const body = { link, shift, person, reason: 'not_there' as const };
      await world.client().must(inPublic, { params: { school }, body });
    }
    expect((await listOf(squad)).items.map(({ objection }) => objection.by)).toEqual(['public', 'public']);
    await world.settle();
    const { waiting } = await squad.approver.must('GET /api/figures', { query: { unit: east.unit } });
    expect(waiting).toMatchObject({ published: 0, objected: 2 });
    await decideAs(squad.approver, shift, pupil.id, 'dismissed');
    const [ref] = (await world.settle().then(() => refsOf(squad))) ?? [];
    const again = { link, shift, person: ref?.person ?? '', reason: 'other' as const };
    await expectRefusalOf(squad, 'record_not_open', again);
    expect((await objectsTo(pupil, shift)).body).toEqual({ state: 'objected' });
  });

  async function expectRefusalOf({ district: { world, east } }: Squad, code: string, body: object) {
    const said = await world.client().ask(inPublic, { params: { school: east.code }, body: body as never });
    expect(said.body).toMatchObject({ code });
  }

  test('is refused with a wrong or an old link, for somebody else’s name, and after too many', async () => {
    const { squad, shift } = await openPublished();
    const { world, west } = squad.district;
    const { link } = await linkOf(squad);
    const [ref] = await refsOf(squad);
    const body = { link, shift, person: ref?.person ?? '', reason: 'other' };
    await expectRefusalOf(squad, 'objection_link_invalid', { ...body, link: `${link}x` });
    const foreign = await world.client().ask(inPublic, { params: { school: west.code }, body: body as never });
    expect(foreign.body).toMatchObject({ code: 'objection_link_invalid' });
    await expectRefusalOf(squad, 'not_found', { ...body, person: 'nobody' });
    for (let tries = 0; tries < 19; tries++) await expectRefusalOf(squad, 'not_found', { ...body, person: 'nobody' });
    await expectRefusalOf(squad, 'objections_paused', body);
    world.now += 31 * dayMs;
    await expectRefusalOf(squad, 'objection_link_invalid', body);
  });
});

test('lists and links of foreign units are not found, and the queue refuses a foreign cursor', async () => {
  const { squad } = await openPublished();
  const query = { unit: squad.district.west.unit };
  expect((await squad.approver.ask('GET /api/objections', { query })).body).toMatchObject({ code: 'not_found' });
  expect((await squad.approver.ask('GET /api/publicity-link', { query })).body).toMatchObject({ code: 'not_found' });
  const broken = { query: { unit: squad.district.east.unit, cursor: 'x' } };
  expect((await squad.approver.ask('GET /api/objections', broken)).body).toMatchObject({ code: 'cursor_invalid' });
});
