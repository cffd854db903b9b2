/** POST /api/shifts/{shift}/approval/undo */
import { describe, expect, test } from 'vitest';
import { tick } from '../../functions/entries/wiring/tick.ts';
import { monthAt, recordAt } from '../../functions/hours/rows.ts';
import { readBalance } from '../../functions/ledger/index.ts';
import type { Item } from '../../functions/platform/store/port.ts';
import { schoolMorning } from '../harness.ts';
import { expectRefusal, openDistrict } from '../teams/school.ts';
import {
  approveAll,
  confirmAll,
  hourMs,
  openSquad,
  outcomes,
  recordShift,
  recordsOf,
  type Squad,
  setRule,
} from './squad.ts';

const route = 'POST /api/shifts/{shift}/approval/undo';
const minuteMs = 60_000;
const undo = ({ approver }: Pick<Squad, 'approver'>, shift: string, volunteers?: string[]) =>
  approver.must(route, { params: { shift }, body: { volunteers } });
const publicList = async ({ district: { world, east } }: Squad) =>
  (await world.client().must('GET /api/publicity/{school}', { params: { school: east.code } })).items;

async function confirmed(squad: Squad): Promise<string> {
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  return shift;
}
/** The record and the month of each member, without the counters that every change raises. */
async function storedOf({ district: { world, id }, members }: Squad, shift: string) {
  const keys = members.flatMap((member) => [recordAt(id, shift, member), monthAt(id, member, '202603')]);
  const bare = ({ rev, ver, undoneBy, ...item }: Item) => item;
  return (await world.store.get(keys)).map((item) => item && bare(item));
}

describe('undoing an approval', () => {
  test('leaves records, months, queue and public list as they were before', async () => {
    const squad = await openSquad();
    const { world, east } = squad.district;
    const shift = await confirmed(squad);
    await world.settle();
    const before = await storedOf(squad, shift);
    await approveAll(squad, shift);
    await world.settle();
    expect(await publicList(squad)).toHaveLength(1);
    world.now += 10 * minuteMs;
    expect(outcomes(await undo(squad, shift))).toEqual(['done', 'done']);
    await world.settle();
    expect(await storedOf(squad, shift)).toEqual(before);
    expect(await publicList(squad)).toEqual([]);
    const { items } = await squad.approver.must('GET /api/approvals', { query: { unit: east.unit } });
    expect(items).toMatchObject([{ id: shift, people: 2 }]);
  });

  test('is open to what comes next: approved again it is final once, with its points', async () => {
    const squad = await openSquad({ members: 1 });
    const { world, id } = squad.district;
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    await undo(squad, shift);
    expect(outcomes(await approveAll(squad, shift))).toEqual(['done']);
    world.now = Date.parse((await recordsOf(squad, shift))[0]?.dueAt ?? '');
    expect(await world.tick()).toMatchObject({ final: 1 });
    expect(await readBalance(world.tools, id, squad.members[0] ?? '')).toMatchObject({ points: 20, seq: 1 });
  });

  test('gives the day’s cap back to the other records', async () => {
    const squad = await openSquad({ members: 1 });
    await setRule(squad, 'points_minutes_per_day_minor', 60);
    const shifts = [
      await recordShift(squad, { minutes: 60 }),
      await recordShift(squad, { from: schoolMorning - 2 * hourMs, minutes: 60 }),
    ] as const;
    for (const shift of shifts) await confirmAll(squad, shift);
    const [first, second] = shifts;
    await approveAll(squad, first);
    await undo(squad, first);
    await approveAll(squad, second);
    expect((await recordsOf(squad, second))[0]).toMatchObject({ points: 10 });
  });

  test('takes back some, and the public list keeps the others', async () => {
    const squad = await openSquad({ members: 2 });
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    await squad.district.world.settle();
    await undo(squad, shift, squad.members.slice(0, 1));
    await squad.district.world.settle();
    expect(await publicList(squad)).toMatchObject([{ people: [{ minutes: 120 }] }]);
    expect((await recordsOf(squad, shift)).map(({ state }) => state).sort()).toEqual(['confirmed', 'published']);
  });

  test('said twice is done once', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    const both = await Promise.all([undo(squad, shift), undo(squad, shift)]);
    expect([...both, await undo(squad, shift)].flatMap(outcomes)).toEqual(['done', 'done', 'done']);
    expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'confirmed' });
    expect((await recordsOf(squad, shift))[0]?.points).toBeUndefined();
  });
});

describe('an approval stays', () => {
  test('after ten minutes', async () => {
    const squad = await openSquad({ members: 1 });
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    squad.district.world.now += 10 * minuteMs + 1;
    const { items } = await undo(squad, shift);
    expect(items).toMatchObject([{ outcome: 'undo_too_late', title: '已过十分钟或已经生效，不能撤销审核' }]);
    expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'published' });
  });

  test('when it was final at once', async () => {
    const district = await openDistrict();
    const body = { key: 'publicity_working_days', value: 0, from: '2026-03-02' } as const;
    await district.administrator.must('POST /api/rules', { body });
    const squad = await openSquad({ members: 1, district });
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    expect(outcomes(await undo(squad, shift))).toEqual(['undo_too_late']);
    expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'final' });
  });

  test('when another gave it, and what nobody approved is not open', async () => {
    const squad = await openSquad({ members: 1 });
    const other = await openSquad({ members: 0, district: squad.district });
    const shift = await confirmed(squad);
    expect(outcomes(await undo(squad, shift))).toEqual(['record_not_open']);
    await approveAll(squad, shift);
    expect(outcomes(await undo(other, shift))).toEqual(['record_not_open']);
    expect((await recordsOf(squad, shift))[0]).toMatchObject({ state: 'published' });
  });

  test('when finality comes at the same moment, or the other way about, and never both', async () => {
    const squad = await openSquad({ members: 1 });
    const { world, id } = squad.district;
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    const dueAt = Date.parse((await recordsOf(squad, shift))[0]?.dueAt ?? '');
    const at = recordAt(id, shift, squad.members[0] ?? '');
    await world.store.transact('late', [{ ...at, update: { set: { approvedAt: dueAt - minuteMs } } }]);
    world.now = dueAt - 1;
    await squad.signIn();
    const [undone] = await Promise.all([undo(squad, shift), tick(world.tools, dueAt)]);
    const isUndone = outcomes(undone)[0] === 'done';
    const { seq } = await readBalance(world.tools, id, squad.members[0] ?? '');
    expect((await recordsOf(squad, shift))[0]?.state).toBe(isUndone ? 'confirmed' : 'final');
    expect(seq).toBe(isUndone ? 0 : 1);
  });

  test('where the asker has no part in it', async () => {
    const squad = await openSquad({ members: 1 });
    const { east, west, world } = squad.district;
    const foreign = await openSquad({ members: 0, district: { ...squad.district, east: west } });
    expect(west.unit).not.toBe(east.unit);
    const shift = await confirmed(squad);
    await approveAll(squad, shift);
    const ask = { params: { shift }, body: {} };
    await expectRefusal(world, 'not_found', () => foreign.approver.ask(route, ask));
  });
});
