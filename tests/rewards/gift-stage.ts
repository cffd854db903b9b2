/** A district with star gifts: items to choose, a desk, and pupils who have reached a star. */
import { appoint, type District, openDistrict, type Pupil, welcome } from '../teams/school.ts';
import { serve, setRule } from './served.ts';
import { stock } from './shop.ts';

/** A district in which stars need no months, with a gift item at the east school's desk. */
export async function openGifts(quantity = 5) {
  const district = await openDistrict();
  const { administrator, east, id } = district;
  await setRule(administrator, 'stars_months_min', 0);
  const item = await addGiftItem(district, 1);
  if (quantity > 0) await stock(administrator, item, east.desk, quantity);
  const desk = await appoint(district, 'desk', east.desk);
  return { ...district, item, keeper: desk, unit: id };
}
export type Gifts = Awaited<ReturnType<typeof openGifts>>;

export async function addGiftItem({ administrator, id }: District, levelMin: number, scheme?: 'junior' | 'national') {
  const body = { unit: id, name: '读书卡', kind: 'reading_card' as const, levelMin, scheme };
  return (await administrator.must('POST /api/gift-items', { body })).id;
}
export const giftsOf = async ({ client }: Pupil) =>
  (await client.must('GET /api/me/gifts', {})).items.map(({ id, state }) => `${id} ${state}`);
export const claiming = ({ item, east }: Gifts, gift = 'junior-1', change = {}) => ({
  params: { gift },
  body: { item, desk: east.desk, ...change },
});
export async function starred(gifts: Gifts, hours = 10) {
  const pupil = await welcome(gifts, gifts.east);
  await serve(gifts, pupil.id, { hours });
  return pupil;
}
