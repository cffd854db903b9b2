/** The clock and approvals of one shift meet at the mark that tells when to look at it. */
import { expect, test } from 'vitest';
import { tick } from '../../functions/entries/wiring/tick.ts';
import { recordAt } from '../../functions/hours/rows.ts';
import { OutcomeUnknown, type Store } from '../../functions/platform/store/port.ts';
import { joiningWrite } from '../../functions/teams/rows.ts';
import { makeWorld, type World } from '../harness.ts';
import { openDistrict, welcome } from '../teams/school.ts';
import { confirmAll, dayMs, hourMs, openSquad, recordShift, recordsOf } from './squad.ts';

/** A store in which the clock ticks just before a record is published, and no record can be made final. */
function tickingBetween(store: Store, world: () => World, state: { armed: boolean }): Store {
  return {
    ...store,
    async transact(operation, writes) {
      if (state.armed && operation.startsWith('final#')) throw new OutcomeUnknown();
      if (state.armed && operation.startsWith('approve#')) await tick(world().tools, world().now);
      return store.transact(operation, writes);
    },
  };
}

test('a tick between the marking and the publishing of a later approval does not lose the shift', async () => {
  const state = { armed: false };
  const world: World = makeWorld((store) => tickingBetween(store, () => world, state));
  const district = await openDistrict(world);
  const body = { key: 'publicity_working_days', value: 0, from: '2026-03-02' } as const;
  await district.administrator.must('POST /api/rules', { body });
  const squad = await openSquad({ members: 2, district });
  const [first = '', second = ''] = squad.members;
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  const approve = (volunteer: string) =>
    squad.approver.ask('POST /api/shifts/{shift}/approval', { params: { shift }, body: { volunteers: [volunteer] } });
  await approve(first);
  world.now += 1.5 * hourMs;
  await squad.signIn();
  state.armed = true;
  await approve(second);
  state.armed = false;
  world.now += 3 * hourMs;
  await world.tick();
  await squad.signIn();
  expect((await recordsOf(squad, shift)).map(({ state }) => state)).toEqual(['final', 'final']);
});

test('a tick between the marking and the publishing of a decided objection does not put its day off', async () => {
  let isArmed = false;
  const world: World = makeWorld((store) => ({
    ...store,
    async transact(operation, writes) {
      if (isArmed && operation.startsWith('decide#')) await tick(world.tools, world.now);
      return store.transact(operation, writes);
    },
  }));
  const squad = await openSquad({ members: 1, district: await openDistrict(world) });
  const { district, approver, members, team } = squad;
  const [later = ''] = members;
  const pupil = await welcome(district, district.east);
  await world.store.transact('JOIN', [joiningWrite(district.id, team, pupil.id, world.now)]);
  members.push(pupil.id);
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  const params = { shift };
  const approve = (volunteer: string) =>
    approver.must('POST /api/shifts/{shift}/approval', { params, body: { volunteers: [volunteer] } });
  await approve(pupil.id);
  world.now += 4 * dayMs;
  await pupil.signIn();
  await pupil.client.must('POST /api/me/records/{shift}/objection', { params, body: { reason: 'wrong_time' } });
  // The first mark is due, and the clock has not looked yet.
  world.now += 4 * dayMs;
  await squad.signIn();
  await approve(later);
  isArmed = true;
  await approver.must('POST /api/shifts/{shift}/objections/{volunteer}', {
    params: { shift, volunteer: pupil.id },
    body: { decision: 'dismissed', answer: '查过签到表' },
  });
  isArmed = false;
  const dueAt = (volunteer: string) =>
    world.store.get([recordAt(district.id, shift, volunteer)]).then(([row]) => Number(row?.dueAt));
  const due = await dueAt(pupil.id);
  expect(due).toBeLessThan(await dueAt(later));
  for (const at of [world.now + 1.5 * hourMs, due]) {
    world.now = at;
    await world.tick();
  }
  await squad.signIn();
  const states = (await recordsOf(squad, shift)).map(({ volunteer, state }) => [volunteer, state]);
  expect(Object.fromEntries(states)).toEqual({ [pupil.id]: 'final', [later]: 'published' });
});
