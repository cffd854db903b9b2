/** What a desk keeps, and what its pupil has ordered there. */
import type { Client } from '../../scripts/local/client.ts';
import { jpeg, picture } from '../pictures.ts';

interface Keeping {
  readonly admin: Client;
  readonly volunteer: Client;
  readonly keeper: Client;
  readonly school: string;
  readonly desk: string;
}
export const price = 40;

export async function openGoods({ admin, volunteer, keeper, school, desk }: Keeping) {
  const stocking = { desk, change: 9, reason: '学期初进货' };
  const { id: item } = await admin.must('POST /api/items', {
    body: { unit: school, name: '笔记本', kind: 'stationery', price },
  });
  const params = { item };
  await admin.must('PUT /api/items/{item}/picture', { params, body: picture('image/jpeg', jpeg()) });
  await admin.must('POST /api/items/{item}/stock', { params, body: stocking });
  const { id: giftItem } = await admin.must('POST /api/gift-items', {
    body: { unit: school, name: '读书卡', kind: 'book', levelMin: 1 },
  });
  await admin.must('POST /api/items/{item}/stock', { params: { item: giftItem }, body: stocking });
  const service = { name: '口腔检查', partner: '区人民医院', place: '门诊三楼', validUntil: '2026-03-31' };
  const { id: serviceItem } = await admin.must('POST /api/service-items', {
    body: { unit: school, price, ...service },
  });
  const redeemed = await volunteer.must('POST /api/redemptions', { body: { item, desk, price } });
  const times = { from: '2026-03-05T02:00:00Z', to: '2026-03-05T03:00:00Z' };
  const { id: slot } = await admin.must('POST /api/items/{item}/slots', {
    params: { item: serviceItem },
    body: { desk, ...times, quota: 5 },
  });
  const booked = await volunteer.must('POST /api/redemptions', { body: { item: serviceItem, desk, price, slot } });
  const { id: given, code = '' } = await volunteer.must('POST /api/redemptions', { body: { item, desk, price } });
  const handing = { params: { code }, body: { redemption: given } };
  const { closedAt: givenAt = '' } = await keeper.must('POST /api/pick-ups/{code}/hand-over', handing);
  const redeeming = { redemption: redeemed.id, pickUpCode: redeemed.code ?? '' };
  const booking = { booking: booked.id, bookingCode: booked.code ?? '' };
  return { item, giftItem, serviceItem, slot, given, givenAt, ...booking, ...redeeming };
}
