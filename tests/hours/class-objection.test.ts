/**
 * Somebody objects to the sum of a class, whose pupils are too young to be named in public: the school answers, POST
 * /api/shifts/{shift}/class-objections/{objection}, and nothing is frozen.
 */
import { expect, test } from 'vitest';
import { recordAt } from '../../functions/hours/rows.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { inPublic, linkOf, listOf } from './objected.ts';
import { makeGuardian } from './own-child.ts';
import { addMember, approveAll, confirmAll, dayMs, openSquad, recordShift, recordsOf, type Squad } from './squad.ts';

const decide = 'POST /api/shifts/{shift}/class-objections/{objection}';
const byReceipt = 'GET /api/objection-receipts/{receipt}';

async function openClass() {
  const squad = await openSquad({ members: 0 });
  for (let child = 0; child < 2; child++) await addMember(squad, { birthDate: '2014-09-15', consented: true });
  const shift = await recordShift(squad, { minutes: 60 });
  await confirmAll(squad, shift);
  await approveAll(squad, shift);
  const { world, east } = squad.district;
  await world.settle();
  const { items } = await world.client().must('GET /api/publicity/{school}', { params: { school: east.code } });
  const { link, school } = await linkOf(squad);
  return { squad, world, shift, link, school, label: items[0]?.classes[0]?.class ?? '' };
}
type Opened = Awaited<ReturnType<typeof openClass>>;
const said = ({ link, shift, label }: Opened) => ({ link, shift, class: label, reason: 'not_there' as const });
const objectIn = (open: Opened, body: object = {}) =>
  open.world.client().ask(inPublic, { params: { school: open.school }, body: { ...said(open), ...body } });
const answerAs = (client: Squad['approver'], shift: string, objection: string, decision: 'upheld' | 'dismissed') =>
  client.ask(decide, { params: { shift, objection }, body: { decision, answer: '查过签到表' } });

test('it waits for the school, names no pupil and stops nothing; a repeat of it is the same', async () => {
  const open = await openClass();
  const { squad, world, shift, label } = open;
  const before = await recordsOf(squad, shift);
  const { body } = await objectIn(open, { text: '那天我们班没有去' });
  expect(body).toEqual({ receipt: expect.any(String) });
  expect((await objectIn(open)).body).toEqual(body);
  await world.settle();
  const { items, classes } = await listOf(squad);
  const objection = { reason: 'not_there', text: '那天我们班没有去', at: new Date(world.now).toISOString() };
  expect(items).toEqual([]);
  expect(classes).toEqual([
    { id: expect.any(String), shift, class: label, name: '路口引导', day: '2026-03-02', objection },
  ]);
  const { items: told } = await squad.approver.must('GET /api/me/notices', {});
  expect(told.map(({ kind }) => kind)).toContain('objection_to_decide');
  expect(await recordsOf(squad, shift)).toEqual(before);
  world.now += 8 * dayMs;
  await world.tick();
  await squad.signIn();
  expect((await recordsOf(squad, shift)).map(({ state }) => state)).toEqual(['final', 'final']);
});

test('it is counted among what waits for the school, beside frozen records, until it is answered', async () => {
  const open = await openClass();
  const { squad, world, shift } = open;
  const { unit } = squad.district.east;
  const objected = async () => {
    await world.settle();
    const { waiting } = await squad.approver.must('GET /api/figures', { query: { unit } });
    return waiting.objected;
  };
  expect(await objected()).toBe(0);
  await objectIn(open);
  await objectIn(open);
  await objectIn(open, { reason: 'wrong_time' });
  expect(await objected()).toBe(2);
  for (const { id } of (await listOf(squad)).classes) await answerAs(squad.approver, shift, id, 'dismissed');
  expect(await objected()).toBe(0);
});

test('it is answered once, and its receipt tells how, why and by whom', async () => {
  const open = await openClass();
  const { squad, world, shift, label } = open;
  const { receipt = '' } = (await objectIn(open)).body as { receipt?: string };
  const look = () => world.client().must(byReceipt, { params: { receipt } });
  const at = new Date(world.now).toISOString();
  const about = { name: '路口引导', day: '2026-03-02', class: label, reason: 'not_there', at };
  expect(await look()).toEqual(about);
  const [waiting] = (await listOf(squad)).classes;
  const id = waiting?.id ?? '';
  for (let times = 0; times < 2; times++) {
    expect((await answerAs(squad.approver, shift, id, 'dismissed')).body).toEqual({ decision: 'dismissed' });
  }
  await expectRefusal(world, 'record_not_open', () => answerAs(squad.approver, shift, id, 'upheld'));
  expect((await listOf(squad)).classes).toEqual([]);
  const decided = { decision: 'dismissed', answer: '查过签到表', decider: '陈老师', decidedAt: at };
  expect(await look()).toEqual({ ...about, ...decided });
  expect((await objectIn(open)).body).not.toEqual({ receipt });
});

test('it is about a class of the list and no person, and decided by somebody without a hand in it', async () => {
  const open = await openClass();
  const { squad, world, shift } = open;
  const codeOf = async (asked: ReturnType<typeof objectIn>) => (await asked).body;
  expect(await codeOf(objectIn(open, { class: '九(9)班' }))).toMatchObject({ code: 'not_found' });
  expect(await codeOf(objectIn(open, { shift: squad.team }))).toMatchObject({ code: 'not_found' });
  expect(await codeOf(objectIn(open, { person: 'somebody' }))).toMatchObject({ status: 400 });
  await objectIn(open);
  const id = (await listOf(squad)).classes[0]?.id ?? '';
  await expectRefusal(world, 'not_found', () => answerAs(squad.approver, shift, squad.team, 'upheld'));
  const foreign = await appoint(squad.district, 'unit_admin', squad.district.west.unit);
  await expectRefusal(world, 'not_found', () => answerAs(foreign, shift, id, 'upheld'));
  const { person, account } = await squad.approver.must('GET /api/session', {});
  const [child = ''] = squad.members;
  await makeGuardian(squad, account, child);
  await expectRefusal(world, 'relative_hours', () => answerAs(squad.approver, shift, id, 'upheld'));
  const at = recordAt(squad.district.id, shift, child);
  await world.store.transact('recorder', [{ ...at, update: { set: { recordedBy: person } } }]);
  await expectRefusal(world, 'self_approval', () => answerAs(squad.approver, shift, id, 'upheld'));
});
