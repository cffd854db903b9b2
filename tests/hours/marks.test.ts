/** The clock and approvals of one shift meet at the mark that tells when to look at it. */
import { expect, test } from 'vitest';
import { tick } from '../../functions/entries/wiring/tick.ts';
import { OutcomeUnknown, type Store } from '../../functions/platform/store/port.ts';
import { makeWorld, type World } from '../harness.ts';
import { openDistrict } from '../teams/school.ts';
import { confirmAll, hourMs, openSquad, recordShift, recordsOf } from './squad.ts';

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
