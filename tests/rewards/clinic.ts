/** A service to book in tests, with one slot at the east school's desk. */
import type { Store } from '../../functions/platform/store/port.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import type { Pupil } from '../teams/school.ts';
import { openShop, type Shop } from './shop.ts';

export const hourMs = 3_600_000;
export const serviceRoute = 'POST /api/service-items';
export const slotRoute = 'POST /api/items/{item}/slots';
export const slotsRoute = 'GET /api/items/{item}/slots';
export const bookRoute = 'POST /api/redemptions';

export interface Clinic extends Shop {
  readonly slot: string;
  readonly price: number;
}
interface Opened {
  readonly quota?: number;
  readonly price?: number;
  readonly starMin?: number;
  /** Hours from now until the slot begins. */
  readonly inHours?: number;
}

export const serviceOf = (unit: string, price: number, starMin?: number) => ({
  body: { unit, name: '口腔检查', partner: '区人民医院', place: '门诊三楼', validUntil: '2026-03-31', price, starMin },
});
export const times = ({ world }: Shop, inHours: number) => ({
  from: new Date(world.now + inHours * hourMs).toISOString(),
  to: new Date(world.now + (inHours + 1) * hourMs).toISOString(),
});

/** A check-up at the east school's desk, two days from now. */
export async function openClinic(opened: Opened = {}, wrap?: (store: Store) => Store): Promise<Clinic> {
  const { quota = 2, price = 40, starMin, inHours = 48 } = opened;
  const shop = await openShop(0, wrap);
  const { id: item } = await shop.administrator.must(serviceRoute, serviceOf(shop.id, price, starMin));
  const body = { desk: shop.east.desk, ...times(shop, inHours), quota };
  const { id: slot } = await shop.administrator.must(slotRoute, { params: { item }, body });
  return { ...shop, item, slot, price };
}
export const wanted = ({ item, east, price, slot }: Clinic) => ({ body: { item, desk: east.desk, price, slot } });
export const book = (clinic: Clinic, { client }: Pupil) => client.must(bookRoute, wanted(clinic));
export const placesLeft = async ({ item }: Clinic, { client }: Pick<Pupil, 'client'>) =>
  (await client.must(slotsRoute, { params: { item } })).items.map(({ left }) => left);
/** What an audit finds, but for the points that came without the hours here. */
export const differences = async ({ world }: Pick<Clinic, 'world'>) =>
  (await auditStore(world.store)).districts.flatMap(({ violations }) =>
    violations.filter((violation) => violation !== 'record undefined undefined: posted, but not there'),
  );
