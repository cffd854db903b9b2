/** POST /api/findings about one person more than once: each counts for itself, and lifting one leaves the others. */
import { describe, expect, test } from 'vitest';
import type { Store } from '../../functions/platform/store/port.ts';
import { blockedUntil, starsHeldAt, starsHeldOf } from '../../functions/rewards/star-rows.ts';
import { administratorOf, dayMs, hourMs, recordShift, setRule } from '../hours/squad.ts';
import { appoint, expectRefusal } from '../teams/school.ts';
import { type Affair, corrected, decide, eight, served } from './affair.ts';
import { accuse, found, gifts, idOf, junior, lift, liftedBy, openWithStars } from './finding-stage.ts';
import { mergeNow, openTwice, separateNow } from './merge-stage.ts';

const blockOf = async ({ district: { world, id } }: Affair, volunteer: string) =>
  blockedUntil(starsHeldOf((await world.store.get([starsHeldAt(id, volunteer)]))[0]));

/** So many days later, when everybody has signed in again and the school has two other administrators. */
async function later(affair: Affair, days: number): Promise<Affair> {
  const { district } = affair;
  district.world.now += days * dayMs;
  await district.administrator.must('POST /api/sessions', { body: administratorOf(eight + 4 * hourMs) });
  await affair.signIn();
  await affair.pupil.signIn();
  const again = () => appoint(district, 'unit_admin', district.east.unit);
  return { ...affair, first: await again(), second: await again() };
}

/** Found twice, a month apart, with hours enough for a star. */
async function foundTwice() {
  const affair = await openWithStars();
  await setRule(affair, 'star_junior_1_minutes', 150);
  const earlier = await found(affair, 'volunteer');
  const month = await later(affair, 28);
  const second = await found(month, 'volunteer', eight + 28 * dayMs);
  await setRule(month, 'star_junior_1_minutes', 60);
  await served(month, 60, eight + 28 * dayMs + 2 * hourMs);
  return { affair: month, earlier, second };
}
async function clock({ district: { world } }: Affair) {
  world.now += 1000;
  await world.tick();
}

describe('two findings about a volunteer', () => {
  test('keep stars away until the last one ends', async () => {
    const { affair } = await foundTwice();
    const { world } = affair.district;
    expect(await junior(affair)).toMatchObject({ waitsFor: ['finding'], blockedUntil: '2027-04-04' });
    world.now = Date.parse('2027-03-07T04:00:00Z');
    await clock(affair);
    await affair.pupil.signIn();
    expect(await junior(affair)).toMatchObject({ level: 0, blockedUntil: '2027-04-04' });
    world.now = Date.parse('2027-04-03T16:00:00Z');
    await clock(affair);
    await affair.pupil.signIn();
    expect(await junior(affair)).toMatchObject({ level: 1, waitsFor: [] });
    expect(await gifts(affair)).toBe(1);
  });

  test('are lifted one by one, and either leaves the other’s time', async () => {
    const { affair, earlier, second } = await foundTwice();
    await liftedBy(affair, second);
    await clock(affair);
    expect(await junior(affair)).toMatchObject({ level: 0, blockedUntil: '2027-03-07' });
    await liftedBy(affair, earlier);
    await clock(affair);
    expect(await junior(affair)).toMatchObject({ level: 1, waitsFor: [] });
    const other = await foundTwice();
    await liftedBy(other.affair, other.earlier);
    await clock(other.affair);
    expect(await junior(other.affair)).toMatchObject({ level: 0, blockedUntil: '2027-04-04' });
  });

  test('one is lifted at the moment at which the other is decided: the other stays', async () => {
    const meanwhile: { act?: () => Promise<unknown> } = {};
    const affair = await openWithStars((store) => beforeDecision(store, meanwhile));
    const first = await found(affair, 'volunteer');
    const lifting = idOf(await lift(affair.first, first));
    const shift = await served(affair, 60, eight + 2 * hourMs);
    await corrected(affair, shift, 0);
    const finding = idOf(await accuse(affair.first, affair, shift, 'volunteer'));
    meanwhile.act = () => decide(affair.second, lifting);
    await decide(affair.second, finding);
    expect(meanwhile.act).toBeUndefined();
    expect(await blockOf(affair, affair.pupil.id)).toBe('2027-03-07');
    await liftedBy(affair, finding);
    expect(await blockOf(affair, affair.pupil.id)).toBeUndefined();
  });
});

describe('a finding about a registration that was merged', () => {
  test('goes with it when the two are two again, and is lifted from wherever it came', async () => {
    const twice = await openTwice();
    const { pupil, other } = twice;
    const theirs = { ...twice, pupil: other, members: [other.id] };
    const before = await found(theirs, 'volunteer');
    const { id } = await mergeNow(twice);
    expect(await blockOf(twice, pupil.id)).toBe('2027-03-07');
    await separateNow(twice, id);
    expect(await blockOf(twice, pupil.id)).toBeUndefined();
    expect(await blockOf(twice, other.id)).toBe('2027-03-07');
    const again = await mergeNow(twice);
    await liftedBy(twice, before);
    expect(await blockOf(twice, pupil.id)).toBeUndefined();
    await separateNow(twice, again.id);
    expect(await blockOf(twice, other.id)).toBeUndefined();
  });
});

describe('two findings about whoever entered the records', () => {
  test('suspend until the last one is lifted, whichever that is', async () => {
    const affair = await openWithStars();
    const { world } = affair.district;
    const shifts = [await served(affair, 60), await served(affair, 60, eight + hourMs)];
    const findings: string[] = [];
    for (const shift of shifts) {
      await corrected(affair, shift, 0);
      findings.push(idOf(await accuse(affair.first, affair, shift, 'recorder')));
    }
    await Promise.all(findings.map((finding) => decide(affair.second, finding)));
    const shift = await recordShift(affair, { from: eight + 2 * hourMs, minutes: 30 });
    const confirm = () => affair.leader.ask('POST /api/shifts/{shift}/confirmation', { params: { shift }, body: {} });
    const [first = '', last = ''] = findings;
    await liftedBy(affair, last);
    await expectRefusal(world, 'right_suspended', confirm);
    await liftedBy(affair, first);
    expect((await confirm()).ok).toBe(true);
  });
});

/** A store in which something happens once, just before a change is decided. */
const beforeDecision = (store: Store, meanwhile: { act?: () => Promise<unknown> }): Store => ({
  ...store,
  async transact(operation, writes) {
    const { act } = meanwhile;
    if (act && operation.startsWith('change#')) {
      delete meanwhile.act;
      await act();
    }
    return store.transact(operation, writes);
  },
});
