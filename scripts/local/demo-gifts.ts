/** The demo's star gifts: easier stars, two kinds of cards, and the numbers on them. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Cast, type Places, password } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

/** The demo's term is short: its first star comes after five hours and two months. */
export async function easeStars({ now }: DemoStage, { district }: Cast): Promise<void> {
  const from = shanghaiDay(now);
  await district.must('POST /api/rules', { body: { key: 'star_junior_1_minutes', value: 300, from } });
  await district.must('POST /api/rules', { body: { key: 'stars_months_min', value: 2, from } });
}

/** Two kinds of cards for star gifts; each card has a number that is given with it. */
export async function offerGifts(stage: DemoStage, { school, desk }: Cast, places: Places): Promise<void> {
  await desk.must('POST /api/sessions', { body: { login: 'desk', password } });
  const gifts = [
    ['星级读书卡', 'reading_card', 'DSK'],
    ['星级电影卡', 'film_card', 'DYK'],
  ] as const;
  for (const [name, kind, letters] of gifts) {
    const { id: item } = await school.must('POST /api/gift-items', {
      body: { unit: places.unit, name, kind, levelMin: 1 },
    });
    const params = { item };
    const body = { desk: places.desk, change: 10, reason: '开学进货' };
    await desk.must('POST /api/items/{item}/stock', { params, body });
    const serials = Array.from({ length: 10 }, (_, index) => `${letters}-2026-${1001 + index}`);
    await desk.must('POST /api/items/{item}/vouchers', { params, body: { serials } });
  }
  await stage.settle();
}
