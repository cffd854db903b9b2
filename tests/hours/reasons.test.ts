import { expect, test } from 'vitest';
import { confirmAll, openSquad, recordShift, recordsOf, type Squad } from './squad.ts';

async function listed({ district: { world }, leader, team }: Squad) {
  await world.settle();
  const { items } = await leader.must('GET /api/shifts', { query: { team } });
  return items[0];
}

test('a team’s list says once why records were sent back, until the last of them is amended', async () => {
  const squad = await openSquad({ members: 3 });
  const shift = await recordShift(squad);
  await confirmAll(squad, shift);
  const [first, second] = squad.members;
  const volunteers = squad.members.slice(0, 2);
  const body = { volunteers, reason: '结束时间写错了' };
  await squad.approver.must('POST /api/shifts/{shift}/return', { params: { shift }, body });
  expect(await listed(squad)).toMatchObject({
    counts: { sent_back: 2, confirmed: 1 },
    reasons: ['结束时间写错了'],
  });
  const records = await recordsOf(squad, shift);
  for (const volunteer of [first, second]) {
    const { from, to } = records.find((record) => record.volunteer === volunteer) ?? { from: '', to: '' };
    const params = { shift, volunteer: volunteer ?? '' };
    await squad.leader.must('PUT /api/shifts/{shift}/records/{volunteer}', { params, body: { from, to } });
  }
  expect((await listed(squad))?.reasons).toEqual([]);
});
