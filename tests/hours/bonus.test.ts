/**
 * The quality bonus: a rating of 5 brings ten percent more, at most twenty points a month; nothing takes points. And
 * what a kind of service weighs.
 */
import { describe, expect, test } from 'vitest';
import { readEntries } from '../../functions/ledger/index.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { schoolMorning } from '../harness.ts';
import { appoint } from '../teams/school.ts';
import { approveAll, confirmAll, hourMs, openSquad, recordShift, type Squad, setRule } from './squad.ts';

type Quality = 1 | 2 | 3 | 4 | 5;

async function openRated(): Promise<Squad> {
  const squad = await openSquad({ members: 1 });
  await setRule(squad, 'publicity_working_days', 0);
  return squad;
}

interface Served {
  readonly quality?: Quality;
  readonly minutes?: number;
  readonly hoursLater?: number;
}
/** One service, rated, approved and final. */
async function serve(squad: Squad, { quality, minutes = 120, hoursLater = 0 }: Served = {}): Promise<string> {
  const from = schoolMorning - (3 - hoursLater) * hourMs;
  const shift = await recordShift(squad, { from, minutes });
  await confirmAll(squad, shift);
  const ratings = squad.members.map((volunteer) => ({ volunteer, quality: quality ?? 5 }));
  if (quality) await squad.leader.must('PUT /api/shifts/{shift}/ratings', { params: { shift }, body: { ratings } });
  await approveAll(squad, shift);
  return shift;
}

const entriesOf = async ({ district: { world, id }, members }: Squad) =>
  (await readEntries(world.tools, id, members[0] ?? '')).toReversed().map(({ kind, points }) => [kind, points]);
/** Two of the school's correct the service of the only member. */
async function correctTo({ district, members }: Squad, shift: string, minutes: number): Promise<void> {
  const [proposer, decider] = [
    await appoint(district, 'unit_admin', district.east.unit),
    await appoint(district, 'unit_admin', district.east.unit),
  ];
  const body = { shift, volunteer: members[0] ?? '', minutes, reason: '提前离开' };
  const { id: change } = await proposer.must('POST /api/corrections', { body });
  await decider.must('POST /api/changes/{change}/decision', { params: { change }, body: { approved: true } });
}
async function differences({ district: { world } }: Squad) {
  await world.settle();
  return (await auditStore(world.store)).districts.flatMap(({ violations }) => violations);
}

describe('§6.2 quality bonus: a rating of 5', () => {
  test('brings ten percent of the points more, as an entry of its own, and no more minutes', async () => {
    const squad = await openRated();
    await serve(squad, { quality: 5 });
    expect(await entriesOf(squad)).toEqual([
      ['service', 20],
      ['bonus', 2],
    ]);
    const [last] = await readEntries(squad.district.world.tools, squad.district.id, squad.members[0] ?? '');
    expect(last).toMatchObject({ minutes: 0, minutesAfter: 120, pointsAfter: 22 });
    expect(await differences(squad)).toEqual([]);
  });

  test('brings twenty points at most for the services of a month', async () => {
    const squad = await openRated();
    await setRule(squad, 'points_per_hour', 60);
    await setRule(squad, 'quality_bonus_percent', 25);
    for (const hoursLater of [0, 1, 2]) await serve(squad, { quality: 5, minutes: 48, hoursLater });
    const bonuses = (await entriesOf(squad)).filter(([kind]) => kind === 'bonus');
    expect(bonuses).toEqual([
      ['bonus', 12],
      ['bonus', 8],
    ]);
    expect(await differences(squad)).toEqual([]);
  });

  test.each([1, 2, 3, 4] as const)('of %d brings and takes nothing, nor does none', async (quality) => {
    const squad = await openRated();
    await serve(squad, { quality });
    expect(await entriesOf(squad)).toEqual([['service', 20]]);
    expect(await differences(squad)).toEqual([]);
  });

  test('brings nothing where the district says so', async () => {
    const squad = await openRated();
    await setRule(squad, 'quality_bonus_percent', 0);
    await serve(squad, { quality: 5 });
    expect(await entriesOf(squad)).toEqual([['service', 20]]);
  });

  test('is taken back with the points when the service is corrected', async () => {
    const squad = await openRated();
    const shift = await serve(squad, { quality: 5 });
    await correctTo(squad, shift, 60);
    expect((await entriesOf(squad)).at(-1)).toEqual(['correct', -11]);
    expect(await differences(squad)).toEqual([]);
    await correctTo(squad, shift, 0);
    expect((await entriesOf(squad)).at(-1)).toEqual(['correct', -11]);
    expect(await differences(squad)).toEqual([]);
  });
});

describe('a kind of service that weighs', () => {
  test('§6.2 weights: half as much again brings more points, no more minutes, also when corrected', async () => {
    const squad = await openRated();
    await setRule(squad, 'category_percent_order', 150);
    await setRule(squad, 'category_percent_care', 50);
    const shift = await serve(squad);
    expect(await entriesOf(squad)).toEqual([['service', 30]]);
    const [last] = await readEntries(squad.district.world.tools, squad.district.id, squad.members[0] ?? '');
    expect(last).toMatchObject({ minutes: 120, minutesAfter: 120 });
    await correctTo(squad, shift, 60);
    expect((await entriesOf(squad)).at(-1)).toEqual(['correct', -15]);
    expect(await differences(squad)).toEqual([]);
  });
});
