/** Merges, and what follows them, beside something else at the same moment: nothing is overlooked or counts twice. */
import { describe, expect, test } from 'vitest';
import { readBalance } from '../../functions/ledger/index.ts';
import type { Store, Target } from '../../functions/platform/store/port.ts';
import { blockedUntil, starsHeldAt, starsHeldOf } from '../../functions/rewards/star-rows.ts';
import { confirmAll, outcomes, recordShift } from '../hours/squad.ts';
import { buy, eight, openSmallShop, propose as proposeCorrection } from './affair.ts';
import { decide, mergeNow, openTwice, propose, servedBy, type Twice } from './merge-stage.ts';

/** What a change reads on its way, and the transaction it ends with. */
type Moment = { readonly reads: readonly Target[] } | { readonly writes: string };

/** A store in which something happens once, just before a moment; what was asked before that has its answer. */
function happening() {
  let waiting: { readonly isNow: (moment: Moment) => boolean; readonly act: () => Promise<unknown> } | undefined;
  const pass = async (moment: Moment) => {
    if (!waiting?.isNow(moment)) return;
    const { act } = waiting;
    waiting = undefined;
    await new Promise((resolve) => setTimeout(resolve, answeredMs));
    await act();
  };
  return {
    wrap: (store: Store): Store => ({
      ...store,
      async get(keys) {
        await pass({ reads: keys });
        return store.get(keys);
      },
      async transact(operation, writes) {
        await pass({ writes: operation });
        return store.transact(operation, writes);
      },
    }),
    meanwhile(isNow: (moment: Moment) => boolean, act: () => Promise<unknown>): void {
      waiting = { isNow, act };
    },
    hasHappened: () => waiting === undefined,
  };
}
const answeredMs = 20;

const readsBalanceOf = (volunteer: string) => (moment: Moment) =>
  'reads' in moment && moment.reads.some(({ key }) => key.sk === 'BAL' && key.pk.endsWith(volunteer));
const decides = (moment: Moment) => 'writes' in moment && moment.writes.startsWith('change#');

async function openBeside() {
  const { wrap, ...beside } = happening();
  const twice = await openTwice(wrap);
  return { ...beside, twice };
}
const walletOf = ({ district: { world, id } }: Twice, volunteer: string) => readBalance(world.tools, id, volunteer);

describe('a merge', () => {
  test('sees a redemption made while it looks, whose points would come back to nobody', async () => {
    const { twice, meanwhile, hasHappened } = await openBeside();
    await servedBy(twice, twice.other.id, 120);
    const item = await openSmallShop(twice);
    const { id } = await propose(twice);
    meanwhile(readsBalanceOf(twice.other.id), () => buy({ ...twice, pupil: twice.other }, item));
    expect((await decide(twice.second, id)).body).toMatchObject({ code: 'merge_redemptions_open' });
    expect(hasHappened()).toBe(true);
  });

  test('sees a service confirmed before it is done: no minute is taken twice', async () => {
    const { twice, meanwhile, hasHappened } = await openBeside();
    await servedBy(twice, twice.pupil.id, 120);
    const { id } = await propose(twice);
    meanwhile(decides, async () => {
      const theirs = await recordShift(twice, { minutes: 60, from: eight }, [twice.other.id]);
      expect(outcomes(await confirmAll(twice, theirs))).toEqual(['done']);
    });
    expect((await decide(twice.second, id)).body).toMatchObject({ code: 'merge_overlap' });
    expect(hasHappened()).toBe(true);
  });
});

test('a merge sees a service confirmed a moment ago, which the list of services does not know yet', async () => {
  let isBehind = false;
  const twice = await openTwice((store) => ({
    ...store,
    query: async (query) => (isBehind && query.index === 'byVolunteer' ? { items: [] } : store.query(query)),
  }));
  const { id } = await propose(twice);
  const theirs = await recordShift(twice, { minutes: 60, from: eight }, [twice.other.id]);
  expect(outcomes(await confirmAll(twice, theirs))).toEqual(['done']);
  isBehind = true;
  expect((await decide(twice.second, id)).body).toMatchObject({ code: 'merge_records_open' });
});

describe('a finding', () => {
  test('goes along when it is decided before the merge is done', async () => {
    const { twice, meanwhile } = await openBeside();
    const { first, second, other } = twice;
    const shift = await servedBy(twice, other.id, 120);
    const correction = await proposeCorrection({ ...twice, pupil: other }, shift, 0);
    await decide(second, correction.id);
    const body = { shift, volunteer: other.id, about: 'volunteer' as const, reason: '签到表是补签的' };
    const finding = await first.must('POST /api/findings', { body });
    const { id } = await propose(twice);
    meanwhile(decides, () => decide(second, finding.id));
    expect((await decide(second, id)).body).toMatchObject({ state: 'approved' });
    const { id: district, world } = twice.district;
    const [stars] = await world.store.get([starsHeldAt(district, twice.pupil.id)]);
    expect(blockedUntil(starsHeldOf(stars))).toBe('2027-03-07');
  });
});

describe('a correction', () => {
  test('takes the hours from whoever holds them when it is done', async () => {
    const { twice, meanwhile } = await openBeside();
    const { first, second, pupil, other } = twice;
    await servedBy(twice, pupil.id, 120);
    const shift = await servedBy(twice, other.id, 60, 2);
    const { id: merge } = await mergeNow(twice);
    const { id } = await proposeCorrection({ ...twice, pupil: other }, shift, 0);
    const body = { reason: '原来是两个人' };
    const parting = await first.must('POST /api/merges/{change}/undo', { params: { change: merge }, body });
    meanwhile(
      (moment) => 'reads' in moment && moment.reads.length === 2 && readsBalanceOf(pupil.id)(moment),
      () => decide(second, parting.id),
    );
    expect((await decide(second, id)).body).toMatchObject({ state: 'approved' });
    expect(await walletOf(twice, pupil.id)).toMatchObject({ minutes: 120 });
    expect(await walletOf(twice, other.id)).toMatchObject({ minutes: 0 });
  });

  test('an adjustment waits for a look at the account that goes on', async () => {
    const { twice, meanwhile } = await openBeside();
    const { first, second, other } = twice;
    await servedBy(twice, other.id, 60);
    const body = { volunteer: other.id, points: 5, reason: '补发上学期的奖励' };
    const adjustment = await first.must('POST /api/adjustments', { body });
    const { id } = await propose(twice);
    meanwhile(readsBalanceOf(other.id), () => decide(second, id));
    expect((await decide(second, adjustment.id)).body).toMatchObject({ code: 'change_outdated' });
    expect(await walletOf(twice, other.id)).toMatchObject({ points: 0, minutes: 0 });
  });
});

test('whoever was merged is confirmed as the one who goes on, whose times are looked at', async () => {
  const { twice, meanwhile } = await openBeside();
  const { second, other } = twice;
  const { id } = await propose(twice);
  let shift = '';
  meanwhile(decides, async () => {
    shift = await recordShift(twice, { minutes: 60, from: eight }, [other.id]);
  });
  expect((await decide(second, id)).body).toMatchObject({ state: 'approved' });
  expect(outcomes(await confirmAll(twice, shift))).toEqual(['person_not_eligible']);
});
