/** Chapter three: points become 文具, 图书 and 电影卡 at the reward desk. */
import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { backAtWork, expect, pupilAgain, type Stage, type Step } from './stage.ts';

const dayMs = 86_400_000;
/** One white dot. */
const picture = {
  type: 'image/png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
} as const;

async function stockShop(stage: Stage): Promise<string> {
  const { person, notes } = stage;
  const school = await backAtWork(stage, 'school');
  const shop = [
    ['笔记本', 'stationery', 10],
    ['《昆虫记》', 'book', 15],
    ['电影卡', 'film_card', 500],
  ] as const;
  for (const [name, kind, price] of shop) {
    const item = await school.must('POST /api/items', { body: { unit: notes.get('梅湾中学'), name, kind, price } });
    await school.must('POST /api/items/{item}/stock', {
      params: { item: item.id },
      body: { desk: notes.get('desk'), change: 3, reason: '开学进货' },
    });
    await school.must('PUT /api/items/{item}/picture', { params: { item: item.id }, body: picture });
    notes.set(name, item.id);
  }
  await person('pupil').must('GET /api/items/{item}/picture', { params: { item: notes.get('笔记本') } });
  const { items } = await person('pupil').must('GET /api/items', {});
  return items.map(({ name, price, stock }) => `${name} ${price} points (${stock[0]?.quantity})`).join('、');
}

async function redeem({ person, notes }: Stage): Promise<string> {
  const pupil = person('pupil');
  const key = randomUUID();
  const body = { item: notes.get('笔记本'), desk: notes.get('desk'), price: 10 };
  const first = await pupil.must('POST /api/redemptions', { body, key });
  const again = await pupil.ask('POST /api/redemptions', { body, key });
  expect(
    again.ok && again.body.id === first.id && again.headers.has('idempotency-replayed'),
    'the same key to answer the same',
  );
  const balance = await pupil.must('GET /api/me/balance', {});
  expect(balance.points === 30 && balance.minutes === 240, 'points spent once and hours kept');
  notes.set('redemption', first.id);
  notes.set('code', first.code ?? '');
  return `pick-up code ${first.code}, until ${first.pickUpUntil}; ${balance.points} points left, hours untouched`;
}

async function refuse({ person, notes }: Stage): Promise<string> {
  const body = { item: notes.get('电影卡'), desk: notes.get('desk'), price: 500 };
  const refused = await person('pupil').ask('POST /api/redemptions', { body });
  if (refused.ok || refused.body.code !== 'balance_too_low') throw new Error('expected a refusal');
  return `${refused.status} ${refused.body.code} ${refused.body.title}`;
}

async function handOver(stage: Stage): Promise<string> {
  const { notes, now } = stage;
  const desk = await backAtWork(stage, 'desk');
  const code = notes.get('code');
  const seen = await desk.must('GET /api/pick-ups/{code}', { params: { code } });
  const done = await desk.must('POST /api/pick-ups/{code}/hand-over', {
    params: { code },
    body: { redemption: seen.id },
  });
  expect(done.state === 'handed_over', 'the reward handed over');
  const twice = await desk.ask('POST /api/pick-ups/{code}/hand-over', {
    params: { code },
    body: { redemption: seen.id },
  });
  expect(!twice.ok && twice.body.code === 'redemption_not_open', 'a code to work once');
  const again = twice.ok ? '' : twice.body.title;
  return `${seen.name} to ${seen.person} (${seen.class}) on ${shanghaiDay(now())}; a second time: ${again}`;
}

async function cancel({ person, notes }: Stage): Promise<string> {
  const pupil = person('pupil');
  const body = { item: notes.get('《昆虫记》'), desk: notes.get('desk'), price: 15 };
  const redemption = await pupil.must('POST /api/redemptions', { body });
  const params = { redemption: redemption.id };
  const cancelled = await pupil.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
  const balance = await pupil.must('GET /api/me/balance', {});
  expect(cancelled.state === 'cancelled' && balance.points === 30, 'points back');
  return `${balance.points} points after the cancellation`;
}

async function leave(stage: Stage): Promise<string> {
  const { person, notes, now, moveTo } = stage;
  const pupil = person('pupil');
  const key = randomUUID();
  const body = { item: notes.get('电影卡'), desk: notes.get('desk'), price: 20 };
  const school = await backAtWork(stage, 'school');
  await school.must('PUT /api/items/{item}', { params: { item: body.item }, body: { price: 20, open: true } });
  await pupil.must('POST /api/redemptions', { body, key });
  // Halfway the pupil is reminded.
  for (const days of [12, 3]) await moveTo(now() + days * dayMs);
  await moveTo(now() + 60_000);
  await pupilAgain(stage);
  const balance = await pupil.must('GET /api/me/balance', {});
  const { items } = await pupil.must('GET /api/me/redemptions', {});
  expect(balance.points === 30 && items.filter(({ state }) => state === 'returned').length === 1, 'one return');
  const left = await pupil.must('GET /api/items', {});
  return `${balance.points} points; ${left.items.map(({ name, stock }) => `${name} ${stock[0]?.quantity}`).join('、')}`;
}

export const rewardsChapter: readonly Step[] = [
  ['The shop', stockShop],
  ['A pupil redeems; the same request again changes nothing', redeem],
  ['Too few points', refuse],
  ['The desk hands over, once', handOver],
  ['A cancellation gives points and stock back', cancel],
  ['Not picked up for 14 days: returned, exactly once', leave],
];
