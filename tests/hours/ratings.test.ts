import { describe, expect, test } from 'vitest';
import { starsHeldAt } from '../../functions/rewards/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import { expectRefusal } from '../teams/school.ts';
import { approveAll, confirmAll, openSquad, outcomes, recordShift, recordsOf, type Squad, setRule } from './squad.ts';

type Quality = 1 | 2 | 3 | 4 | 5;
const tags = ['punctual', 'friendly'] as const;
const rate = (leader: Client, shift: string, volunteers: readonly string[], quality: Quality) =>
  leader.must('PUT /api/shifts/{shift}/ratings', {
    params: { shift },
    body: { ratings: volunteers.map((volunteer) => ({ volunteer, quality, tags: [...tags] })) },
  });
const starsHeldBy = async ({ district: { world, id }, members }: Squad) =>
  (await world.store.get(members.map((member) => starsHeldAt(id, member)))).map((row) => [
    row?.ratingSum,
    row?.ratingCount,
  ]);

describe('a rating by the leader, PUT /api/shifts/{shift}/ratings', () => {
  test('is kept with the record, the last one said, and is in no public list', async () => {
    const squad = await openSquad();
    const shift = await recordShift(squad);
    expect(outcomes(await rate(squad.leader, shift, squad.members, 3))).toEqual(['done', 'done']);
    await confirmAll(squad, shift);
    await rate(squad.leader, shift, squad.members.slice(0, 1), 5);
    const ratings = (await recordsOf(squad, shift)).map(({ volunteer, rating }) => [volunteer, rating?.quality]);
    expect(Object.fromEntries(ratings)).toEqual({ [squad.members[0] ?? '']: 5, [squad.members[1] ?? '']: 3 });
    await approveAll(squad, shift);
    await squad.district.world.settle();
    const list = await squad.district.world
      .client()
      .must('GET /api/publicity/{school}', { params: { school: squad.district.east.code }, query: {} });
    expect(list.items).toHaveLength(1);
    expect(JSON.stringify(list)).not.toMatch(/rating|quality|punctual/);
  });

  test('counts once for the average quality that stars ask for, when the record becomes final', async () => {
    const squad = await openSquad();
    await setRule(squad, 'publicity_working_days', 0);
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await rate(squad.leader, shift, squad.members, 2);
    await rate(squad.leader, shift, squad.members.slice(0, 1), 4);
    await approveAll(squad, shift);
    await approveAll(squad, shift);
    expect(await starsHeldBy(squad)).toEqual([
      [4, 1],
      [2, 1],
    ]);
  });

  test('of a final record stays as it was', async () => {
    const squad = await openSquad();
    await setRule(squad, 'publicity_working_days', 0);
    const shift = await recordShift(squad);
    await confirmAll(squad, shift);
    await approveAll(squad, shift);
    expect(outcomes(await rate(squad.leader, shift, squad.members, 1))).toEqual(['record_not_open', 'record_not_open']);
    expect((await recordsOf(squad, shift)).every(({ rating }) => rating === undefined)).toBe(true);
  });

  test('of somebody who was not there, or of another team’s shift, is refused', async () => {
    const squad = await openSquad();
    const shift = await recordShift(squad, {}, squad.members.slice(0, 1));
    const other = await openSquad({ district: squad.district });
    const body = { ratings: [{ volunteer: squad.members[1] ?? '', quality: 4 }] };
    for (const { leader } of [squad, other]) {
      await expectRefusal(squad.district.world, 'not_found', () =>
        leader.ask('PUT /api/shifts/{shift}/ratings', { params: { shift }, body }),
      );
    }
  });
});
