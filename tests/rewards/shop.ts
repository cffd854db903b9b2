/** A shop to test in: an item with stock at the east school's desk, and pupils with points. */
import { balanceAt, balanceOf, journalWrites, post } from '../../functions/ledger/index.ts';
import type { EmbeddedStore } from '../../functions/platform/store/embedded/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { itemAt, stockAt, stockOf } from '../../functions/rewards/rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import { makeWorld } from '../harness.ts';
import { appoint, type District, openDistrict, type Pupil, type School, welcome } from '../teams/school.ts';

export interface Shop extends District {
  /** An item of the district for 40 points. */
  readonly item: string;
  /** Signed in at the east school's desk. */
  readonly desk: Client;
}
export const price = 40;
export const dayMs = 24 * 60 * 60 * 1000;

export async function openShop(quantity = 5, wrap?: (store: Store) => Store): Promise<Shop> {
  const district = await openDistrict(makeWorld(wrap));
  const { administrator, east, id } = district;
  const item = await addItem(administrator, id);
  if (quantity > 0) await stock(administrator, item, east.desk, quantity);
  return { ...district, item, desk: await appoint(district, 'desk', east.desk) };
}

export async function addItem(administrator: Client, unit: string, name = '笔记本'): Promise<string> {
  return (await administrator.must('POST /api/items', { body: { unit, name, kind: 'stationery', price } })).id;
}

export const stock = (client: Client, item: string, desk: string, change: number) =>
  client.must('POST /api/items/{item}/stock', { params: { item }, body: { desk, change, reason: '学期初进货' } });

/** Final hours bring points; here they come without the hours. */
export async function earn({ world, id: district }: District, pupil: string, points: number, expiry = '20280831') {
  const [row] = await world.store.get([balanceAt(district, pupil)]);
  const tx = `A#${world.tools.newId(world.now)}#1`;
  const movement = { tx, kind: 'service', points, expiry, reference: 'service' } as const;
  const posting = { district, wallet: pupil, by: 'test', now: world.now, returnedDaysMin: 0 };
  const posted = post(balanceOf(row), [movement], posting);
  if (!posted) throw new Error('Points could not be credited');
  await world.store.transact(tx, [...journalWrites(posted), ...posted.writes]);
}

/** A signed-in pupil with points. */
export async function welcomeWith(district: District, points: number, school: School = district.east): Promise<Pupil> {
  const pupil = await welcome(district, school);
  if (points > 0) await earn(district, pupil.id, points);
  return pupil;
}

/** What a pupil asks for; `change` says what is different from the shop's usual. */
export const asking = ({ item, east }: Shop, change: Partial<{ item: string; desk: string; price: number }> = {}) => ({
  body: { item, desk: east.desk, price, ...change },
});
export const redeem = (shop: Shop, { client }: Pupil) => client.must('POST /api/redemptions', asking(shop));
export const pointsOf = async ({ client }: Pupil) => (await client.must('GET /api/me/balance', {})).points;

export async function stockLeft({ world, id, item, east }: Shop) {
  const [row] = await world.store.get([stockAt(id, item, east.desk)]);
  const { quantity, sold, stocked } = stockOf(row) ?? { quantity: 0, sold: 0, stocked: 0 };
  return { quantity, sold, stocked };
}

/** Changes an item as an administrator might in the very moment a redemption is being decided. */
export const closeItem = (store: Pick<EmbeddedStore, 'transact'>, district: string, item: string) =>
  store.transact('close', [{ ...itemAt(district, item), update: { set: { open: false }, add: { ver: 1 } } }]);
