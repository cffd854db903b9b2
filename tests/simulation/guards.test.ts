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
const seedsOfRedundant = 4;

/** What something missing looks like, and a seed that showed it: the search begins there, as histories change. */
type Sign = readonly [found: RegExp, seed: number];
const anything: Sign = [/./, 1];

/** @returns the first thing of that kind that is found wrong */
async function firstViolation(
  mutate: (store: Store) => Store,
  [found, from]: Sign,
  seeds = seedsMax,
): Promise<string | undefined> {
  for (let seed = from; seed < from + seeds; seed++) {
    const violation = (await runSeed(seed, { mutate })).violations.find((one) => found.test(one));
    if (violation !== undefined) return `seed ${seed}: ${violation}`;
  }
  return undefined;
}

describe('what is missing is found', () => {
  type Mutation = readonly [missing: string, mutate: (store: Store) => Store, ...Sign];
  const mutations: readonly Mutation[] = [
    ['a refusal leaves no seal', withoutSeals, /, and it happened$/, 1],
    ['silence is taken for a no', silenceAsNo, /refused with sold_out, and it happened$/, 1],
    ['a wallet may spend more than it holds', richerWallets, /-\d+ counted from zero$/, 1],
    [
      'what is posted after a merge does not follow to the wallet that goes on',
      withoutPointers,
      /: (cannot be settled|merged, and holds something)$/,
      1,
    ],
    ['the clock is not told what will be due', withoutMarks, /: due and not final$/, 1],
  ];
  test.each(mutations)(
    '%s',
    async (_, mutate, ...sign) => {
      expect(await firstViolation(mutate, sign)).toBeDefined();
    },
    timeoutMs,
  );

  type Removal = readonly [promise: string, guards: readonly GuardName[], ...Sign];
  const removals: readonly Removal[] = [
    ['without the guard of the stock more is sold than there is', ['stock'], /^stock .*: -\d+ pieces$/, 3],
    ['without the guard of its places a time is booked by more than may come', ['quota'], /^slot .*: -\d+ left/, 3],
    ['without the journal row of a redemption one key redeems twice', ['spending'], /redemptions .* and with /, 2],
    ['without the guard of the key one request is done twice', ['key'], /: answered with \w+ and with \w+$/, 1],
    [
      'without its state a redemption is handed over and cancelled',
      ['redemption'],
      /: handed_over, given back 1 times$/,
      1,
    ],
    ['without their version a change of the limits is lost', ['limits'], /^limits of \w+: \d+ open, \d+ there$/, 9],
    [
      'without state and revision a record changes under the one who decides about it',
      ['record'],
      / approved, and it is not$/,
      21,
    ],
    [
      'without the version of the month a time that a person serves is lost',
      ['month'],
      /months do not hold the times taken$/,
      7,
    ],
    [
      'without the journal row of a gift to the pool one key gives twice',
      ['donating'],
      /^POST .*donations: \d+ told/,
      1,
    ],
    ['without its state a change is approved and refused', ['change'], /: (approved|refused), and it is not$/, 11],
    ['without its state a gift of stars is claimed twice', ['gift'], /^gift .*: claimed 2 times$/, 69],
    ['without its state a serial number goes out twice', ['voucher'], /^redemption .* not given with it$/, 120],
    [
      'without state and journal row points are adjusted twice',
      ['change', 'adjusting'],
      /^adjustment .*, and 2 entries$/,
      15,
    ],
    [
      'without sequence and entry number a wallet’s chain breaks',
      ['sequence', 'entry'],
      /has no entry that is the same$/,
      2,
    ],
    ['without journal row and state a record is posted twice', ['posting', 'record'], /^record .*, posted 2 times$/, 1],
  ];
  test.each(removals)(
    '%s',
    async (_, guards, ...sign) => {
      expect(await firstViolation(withoutGuards(...guards), sign)).toBeDefined();
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
    expect(await firstViolation(withoutGuards(...guards), anything, seedsOfRedundant)).toBeUndefined();
  });
});
