/** What nobody answers is taken on by time: an order opens to all and comes back to the desk, a claim ends. */
import { addDays, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { placeOrder } from './orders.ts';
import { backAtWork, expect, type Stage, type Step } from './stage.ts';
import { listWish } from './wishes.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function orderWaits(stage: Stage): Promise<string> {
  const { notes, now, moveTo, settle } = stage;
  const from = startOfDay(addDays(shanghaiDay(now()), 6)) + 15 * hourMs;
  const order = await placeOrder(stage, from);
  const desk = await backAtWork(stage, 'community');
  const params = { order: order.id };
  await desk.must('POST /api/orders/{order}/triage', { params, body: { decision: 'pass' } });
  const states: string[] = [];
  for (const hours of [23, 2, 49]) {
    await settle();
    await moveTo(now() + hours * hourMs);
    await settle();
    const { state } = await (await backAtWork(stage, 'community')).must('GET /api/orders/{order}', { params });
    states.push(state);
  }
  expect(states.join() === 'offered,open,with_desk', `an offer, then open to all, then the desk’s, not ${states}`);
  notes.set('unanswered order', order.id);
  return states.join(' → ');
}

async function claimEnds(stage: Stage): Promise<string> {
  const { now, moveTo, settle } = stage;
  const wish = await listWish(stage, { item: '台灯', pseudonym: '爱看书的奶奶' });
  const leader = await backAtWork(stage, 'leader');
  const params = { wish };
  await leader.must('POST /api/wishes/{wish}/claim', { params, body: {} });
  await settle();
  for (const days of [6, 2]) await moveTo(now() + days * dayMs);
  const again = await backAtWork(stage, 'leader');
  const { items } = await again.must('GET /api/wishes', {});
  expect(
    items.some(({ id }) => id === wish),
    'the wish back on the list',
  );
  const { items: notices } = await again.must('GET /api/me/notices', {});
  stage.notes.set('wish on the list', wish);
  return `back on the list after a week; the leader was told ${notices.length} things`;
}

export const unansweredChapter: readonly Step[] = [
  ['An order that no team answers opens to all, and then comes back to the desk', orderWaits],
  ['A wish that was claimed and not kept is back on the list', claimEnds],
];
