import { expect, test } from 'vitest';
import type { Store } from '../../functions/platform/store/port.ts';
import { makeWorld } from '../harness.ts';
import { openDistrict } from '../teams/school.ts';
import { approveAll, confirmAll, openSquad, outcomes, recordShift, setRule } from './squad.ts';

/** Requests that a class costs which is approved and final at once. */
async function approvedAtOnce(members: number) {
  const requests = { get: 0, query: 0, transact: 0 };
  const counting = (store: Store): Store => ({
    ...store,
    get(keys) {
      requests.get++;
      return store.get(keys);
    },
    query(query) {
      requests.query++;
      return store.query(query);
    },
    transact(operation, writes) {
      requests.transact++;
      return store.transact(operation, writes);
    },
  });
  const squad = await openSquad({ members, district: await openDistrict(makeWorld(counting)) });
  await setRule(squad, 'publicity_working_days', 0);
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  const before = { ...requests };
  expect(outcomes(await approveAll(squad, shift))).toEqual(Array.from({ length: members }, () => 'done'));
  return {
    reads: requests.get + requests.query - before.get - before.query,
    transactions: requests.transact - before.transact,
  };
}

test('approving a class costs two transactions a person, and as few reads as approving one of them', async () => {
  const one = await approvedAtOnce(1);
  const many = await approvedAtOnce(30);
  expect(many.reads).toBe(one.reads);
  expect(many.transactions - one.transactions).toBe(2 * 29);
});
