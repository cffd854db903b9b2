/**
 * Each guard, the seal of a refusal and the doubt after silence is there for a reason: without it, or without it and
 * the one that stands in for it, the simulator finds something wrong within a few histories.
 */
import { describe, expect, test } from 'vitest';
import type { Store } from '../../functions/platform/store/port.ts';
import { runSeed } from './run-seed.ts';
import {
  type GuardName,
  richerWallets,
  silenceAsNo,
  withoutGuards,
  withoutMarks,
  withoutPointers,
  withoutSeals,
} from './weaken.ts';

const seedsMax = 60;
/** Some faults need twenty histories of a second or two, and more on a busy machine. */
const timeoutMs = 240_000;
const seedsOfRedundant = 6;

/** @returns the first thing that is found wrong */
async function firstViolation(mutate: (store: Store) => Store, seeds: number): Promise<string | undefined> {
  for (let seed = 1; seed <= seeds; seed++) {
    const [violation] = (await runSeed(seed, { mutate })).violations;
    if (violation !== undefined) return `seed ${seed}: ${violation}`;
  }
  return undefined;
}

describe('what is missing is found', () => {
  const mutations: readonly (readonly [missing: string, mutate: (store: Store) => Store])[] = [
    ['a refusal leaves no seal', withoutSeals],
    ['silence is taken for a no', silenceAsNo],
    ['a wallet may spend more than it holds', richerWallets],
    ['what is posted after a merge does not follow to the wallet that goes on', withoutPointers],
    ['the clock is not told what will be due', withoutMarks],
  ];
  test.each(mutations)(
    '%s',
    async (_, mutate) => {
      expect(await firstViolation(mutate, seedsMax)).toBeDefined();
    },
    timeoutMs,
  );

  const removals: readonly (readonly [promise: string, guards: readonly GuardName[]])[] = [
    ['without the guard of the stock more is sold than there is', ['stock']],
    ['without the guard of its places a time is booked by more than may come', ['quota']],
    ['without the journal row of a redemption one key redeems twice', ['spending']],
    ['without the guard of the key one request is done twice', ['key']],
    ['without its state a redemption is handed over and cancelled', ['redemption']],
    ['without their version a change of the limits is lost', ['limits']],
    ['without state and revision a record changes under the one who decides about it', ['record']],
    ['without the version of the month a person serves in two places at once', ['month']],
    ['without the journal row of a gift to the pool one key gives twice', ['donating']],
    ['without its state a change is approved and refused', ['change']],
    ['without its state a gift of stars is claimed twice', ['gift']],
    ['without its state a serial number goes out twice', ['voucher']],
    ['without state and journal row points are adjusted twice', ['change', 'adjusting']],
    ['without sequence and entry number a wallet’s chain breaks', ['sequence', 'entry']],
    ['without journal row and state a record is posted twice', ['posting', 'record']],
    ['without journal row and state a redemption is given back twice', ['undoing', 'redemption']],
  ];
  test.each(removals)(
    '%s',
    async (_, guards) => {
      expect(await firstViolation(withoutGuards(...guards), seedsMax)).toBeDefined();
    },
    timeoutMs,
  );
});

describe('guards that stand twice, on purpose', () => {
  const redundant: readonly (readonly [guards: readonly GuardName[], because: string])[] = [
    [['entry'], 'a balance that moved refuses the same transaction by its sequence'],
    [['sequence'], 'an entry of the same number is there already'],
    [
      ['posting'],
      'the record’s state and revision refuse it; the journal row also outlives a restored table of records',
    ],
    [['correcting'], 'the record’s state and revision, and the state of what was proposed, refuse it'],
    [['adjusting'], 'the state of what was proposed refuses it'],
    [['undoing'], 'the redemption’s state refuses it; the journal row also outlives a restored table of redemptions'],
  ];
  test.each(redundant)('the guard %s alone is not missed: %s', async (guards) => {
    expect(await firstViolation(withoutGuards(...guards), seedsOfRedundant)).toBeUndefined();
  });
});
