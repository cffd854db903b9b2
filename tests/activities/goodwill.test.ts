/** POST /api/activity-shifts/{shift}/cancellation, shortly before the beginning: what those get who had checked in. */
import { describe, expect, test } from 'vitest';
import { auditLedger } from '../../scripts/audit/ledger.ts';
import { auditPool } from '../../scripts/audit/pool.ts';
import { readDistrict } from '../../scripts/audit/stored.ts';
import { principal, stricter } from '../district/stricter.ts';
import { linesOf, sumsFromZero, sumsStored } from '../figures/from-zero.ts';
import { administratorOf } from '../hours/squad.ts';
import { earn } from '../rewards/shop.ts';
import type { Pupil } from '../teams/school.ts';
import {
  dayMs,
  goTo,
  hourMs,
  iso,
  joinAll,
  minuteMs,
  note,
  openStage,
  publish,
  roomy,
  type Stage,
  session,
  shiftStart,
  signUp,
} from './stage.ts';

const callOff = ({ leader, world }: Stage, shift: string, key = crypto.randomUUID()) =>
  leader
    .must('POST /api/activity-shifts/{shift}/cancellation', { params: { shift }, body: { reason: 'weather' }, key })
    .finally(() => world.settle());
const balanceOf = ({ client }: Pupil) => client.must('GET /api/me/balance', {});
const goodwillOf = async ({ client }: Pupil) =>
  (await client.must('GET /api/me/entries', { query: {} })).items.filter(({ kind }) => kind === 'goodwill');
async function poolOf({ district: { administrator, id } }: Stage) {
  await administrator.must('POST /api/sessions', { body: administratorOf() });
  return administrator.must('GET /api/pool', { query: { unit: id } });
}

/** Gives so many points to the pool: what a stranger to the shift has earned. */
async function fillPool(stage: Stage, points: number) {
  const [donor] = (await joinAll(stage, 1)) as [Pupil];
  await earn(stage.district, donor.id, points);
  await donor.client.must('POST /api/donations', { body: { points } });
  await stage.world.settle();
}

/** Ten minutes before the beginning: two have checked in, a third is still expected. */
async function atTheDoor(pool: number, prepare = async (_: Stage) => {}) {
  const stage = await openStage();
  await prepare(stage);
  await fillPool(stage, pool);
  const shift = await publish(stage, roomy);
  const [one, other, missing] = (await joinAll(stage, 3)) as [Pupil, Pupil, Pupil];
  for (const pupil of [one, other, missing]) await signUp(pupil, shift);
  await goTo(stage, shiftStart - 10 * minuteMs, [one, other, missing]);
  await note(stage, shift, { what: 'in', means: 'tick', volunteers: [one.id, other.id] });
  await stage.world.settle();
  return { stage, shift, one, other, missing };
}

describe('called off within two hours before the beginning', () => {
  test('§6.6 organiser cancels: who had checked in gets 5 points from the pool as a grant, and no hours', async () => {
    const { stage, shift, one, other, missing } = await atTheDoor(12);
    expect(await session(stage, shift)).toMatchObject({ goodwillPoints: 5 });
    expect(await callOff(stage, shift)).toMatchObject({
      cancelled: { brokenOff: false, goodwill: { points: 5, people: 2, given: true } },
    });
    for (const pupil of [one, other]) {
      expect(await balanceOf(pupil)).toMatchObject({ points: 5, minutes: 0 });
      expect(await goodwillOf(pupil)).toMatchObject([{ points: 5, minutes: 0, title: '河岸清洁', reference: shift }]);
      const told = (await pupil.client.must('GET /api/me/notices', { query: {} })).items;
      expect(told.find(({ kind }) => kind === 'points_goodwill')).toMatchObject({ facts: { points: 5 } });
    }
    expect(await balanceOf(missing)).toMatchObject({ points: 0 });
    expect(await poolOf(stage)).toMatchObject({ points: 2, donated: 12, surplus: 0, granted: 10 });
    const stored = await readDistrict(stage.world.store, stage.district.id);
    expect([...auditLedger(stored, stage.world.now), ...auditPool(stored)]).toEqual([]);
    const unpromised = { ...stored, Ledger: new Map([...stored.Ledger].filter(([key]) => key !== 'POOL GRANTED')) };
    expect(auditPool(unpromised)).toEqual(['pool: 10 points given of 0 promised']);
    const gifts = [...stored.Ledger].filter(([, { kind }]) => kind !== 'donate');
    expect(auditPool({ ...stored, Ledger: new Map(gifts) })).toEqual(['pool: 10 points promised of 0 that came in']);
    expect(linesOf(sumsStored(stored))).toEqual(linesOf(sumsFromZero(stored)));
  });

  test('a repetition, a second calling off and the clock give nothing more', async () => {
    const { stage, shift, one } = await atTheDoor(100);
    const key = crypto.randomUUID();
    for (let count = 0; count < 2; count++) await callOff(stage, shift, key);
    await callOff(stage, shift);
    await goTo(stage, shiftStart + dayMs, [one]);
    await stage.world.tick();
    expect(await goodwillOf(one)).toHaveLength(1);
    expect(await poolOf(stage)).toMatchObject({ granted: 10 });
  });

  test('where the pool holds too little for all, nobody gets anything, and the answer says so', async () => {
    const { stage, shift, one, other } = await atTheDoor(9);
    const goodwill = { points: 5, people: 2, given: false };
    expect(await callOff(stage, shift)).toMatchObject({ cancelled: { goodwill } });
    for (const pupil of [one, other]) expect(await balanceOf(pupil)).toMatchObject({ points: 0 });
    expect(await poolOf(stage)).toMatchObject({ points: 9, granted: 0 });
  });

  test('two shifts called off at once never share the same points of the pool', async () => {
    const { stage, shift, one } = await atTheDoor(14);
    const shifts = [{ from: iso(shiftStart), to: iso(shiftStart + hourMs) }];
    const second = await publish(stage, { ...roomy, shifts });
    const [another] = (await joinAll(stage, 1)) as [Pupil];
    await signUp(another, second);
    await note(stage, second, { what: 'in', means: 'tick', volunteers: [another.id] });
    await stage.world.settle();
    const said = await Promise.all([callOff(stage, shift), callOff(stage, second)]);
    expect(said.filter(({ cancelled }) => cancelled?.goodwill?.given)).toHaveLength(1);
    const { points, granted } = await poolOf(stage);
    expect(points).toBe(14 - granted);
    expect([5, 10]).toContain(granted);
    expect((await goodwillOf(one)).length + (await goodwillOf(another)).length).toBe(1);
  });

  test('a school may give less, or nothing', async () => {
    const setTo = (points: number) => async (stage: Stage) => {
      await stricter(await principal(stage.district), stage.district.east, 'goodwill_points', points);
    };
    const less = await atTheDoor(50, setTo(2));
    expect((await callOff(less.stage, less.shift)).cancelled?.goodwill).toMatchObject({ points: 2, given: true });
    expect(await balanceOf(less.one)).toMatchObject({ points: 2 });
    const nothing = await atTheDoor(50, setTo(0));
    expect((await callOff(nothing.stage, nothing.shift)).cancelled).not.toHaveProperty('goodwill');
    expect(await goodwillOf(nothing.one)).toEqual([]);
  });
});

describe('no goodwill', () => {
  test('where nobody had checked in', async () => {
    const stage = await openStage();
    await fillPool(stage, 50);
    const shift = await publish(stage);
    const [expected] = (await joinAll(stage, 1)) as [Pupil];
    await signUp(expected, shift);
    await goTo(stage, shiftStart - hourMs, [expected]);
    expect((await callOff(stage, shift)).cancelled).not.toHaveProperty('goodwill');
    expect(await poolOf(stage)).toMatchObject({ points: 50, granted: 0 });
  });

  test('two hours ahead or more: a shift that was put off after people had checked in', async () => {
    const { stage, shift, one } = await atTheDoor(50);
    const from = stage.world.now + 2 * hourMs;
    const time = { from: iso(from), to: iso(from + hourMs) };
    await stage.leader.must('PUT /api/activity-shifts/{shift}', { params: { shift }, body: { time } });
    await stage.world.settle();
    expect(await session(stage, shift)).toMatchObject({ goodwillPoints: 0 });
    expect((await callOff(stage, shift)).cancelled).not.toHaveProperty('goodwill');
    expect(await goodwillOf(one)).toEqual([]);
  });

  test('where it had begun: who came has the hours served until then', async () => {
    const { stage, shift, one } = await atTheDoor(50);
    await goTo(stage, shiftStart + hourMs, [one]);
    const said = await callOff(stage, shift);
    expect(said).toMatchObject({ cancelled: { brokenOff: true } });
    expect(said.cancelled).not.toHaveProperty('goodwill');
    expect(await goodwillOf(one)).toEqual([]);
  });
});
