/** The demo's services: a check-up for points and a haircut for none, with times; one pupil has booked. */
import type { Cast, Places } from './demo-people.ts';
import type { DemoStage } from './demo-stage.ts';

const dayMs = 24 * 60 * 60 * 1000;
const services = [
  { name: '口腔检查', partner: '区人民医院', place: '门诊三楼口腔科', price: 20, quota: 6 },
  { name: '志愿者理发', partner: '便民服务站', place: '服务站一楼', price: 0, quota: 3 },
] as const;

/** Two times a service, on the third and the tenth day from now. */
export async function offerServices(stage: DemoStage, { school, pupils }: Cast, { unit, desk }: Places): Promise<void> {
  const day = (days: number) => new Date(stage.now + days * dayMs).toISOString().slice(0, 10);
  for (const { quota, ...service } of services) {
    const body = { unit, ...service, validUntil: day(90) };
    const { id: item } = await school.must('POST /api/service-items', { body });
    const params = { item };
    for (const days of [3, 10]) {
      const times = { from: `${day(days)}T14:00:00+08:00`, to: `${day(days)}T15:00:00+08:00` };
      const slot = { desk, ...times, quota };
      const { id } = await school.must('POST /api/items/{item}/slots', { params, body: slot });
      const booking = { item, desk, price: service.price, slot: id };
      if (service.price === 0 && days === 3) await pupils[2]?.must('POST /api/redemptions', { body: booking });
    }
  }
  await stage.settle();
}
