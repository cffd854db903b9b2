/** A squad whose hours become final at once, and the people who correct: two administrators of the school. */
import { readBalance } from '../../functions/ledger/index.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { joiningWrite } from '../../functions/teams/rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import type { SettingKey } from '../../shared/rules/setting-catalogue.ts';
import { makeWorld } from '../harness.ts';
import { approveAll, confirmAll, hourMs, openSquad, recordShift, type Squad } from '../hours/squad.ts';
import { addItem, stock } from '../rewards/shop.ts';
import { appoint, type District, openDistrict, type Pupil, welcome } from '../teams/school.ts';

/** Saturday, 7 March 2026, 12:00 in Shanghai: a day on which a pupil may serve four hours. */
const saturdayNoon = Date.parse('2026-03-07T04:00:00Z');
export const eight = saturdayNoon - 4 * hourMs;

export const rule = ({ administrator }: District, key: SettingKey, value: number) =>
  administrator.must('POST /api/rules', { body: { key, value, from: '2026-03-07' } });

export interface Affair extends Squad {
  readonly pupil: Pupil;
  readonly first: Client;
  readonly second: Client;
}

/** One signed-in pupil in the team, two administrators of the school, and no days of publicity. */
export async function openAffair(wrap?: (store: Store) => Store): Promise<Affair> {
  const world = makeWorld(wrap);
  world.now = saturdayNoon;
  const district = await openDistrict(world);
  await rule(district, 'publicity_working_days', 0);
  const squad = await openSquad({ members: 0, district });
  const pupil = await welcome(district, district.east);
  const { id } = district;
  await world.store.transact(`JOIN#${pupil.id}`, [joiningWrite(id, squad.team, pupil.id, world.now)]);
  squad.members.push(pupil.id);
  const [first, second] = [
    await appoint(district, 'unit_admin', district.east.unit),
    await appoint(district, 'unit_admin', district.east.unit),
  ];
  return { ...squad, pupil, first, second };
}

/** A service that is final, so many minutes long. @returns the shift */
export async function served(affair: Affair, minutes = 120, from = eight): Promise<string> {
  const shift = await recordShift(affair, { minutes, from });
  await confirmAll(affair, shift);
  await approveAll(affair, shift);
  await affair.district.world.settle();
  return shift;
}

/** Puts an item for 10 points at the school's desk, of which nobody is refused a second piece. */
export async function openSmallShop({ district }: Affair, pieces = 10): Promise<string> {
  const { administrator, east } = district;
  await rule(district, 'same_item_days', 0);
  await rule(district, 'open_redemptions_max', 10);
  const item = await addItem(administrator, east.unit);
  await administrator.must('PUT /api/items/{item}', { params: { item }, body: { price: 10, open: true } });
  await stock(administrator, item, east.desk, pieces);
  return item;
}
/** One piece, a second after whatever was before. */
export function buy({ district: { world, east }, pupil }: Affair, item: string) {
  world.now += 1000;
  return pupil.client.must('POST /api/redemptions', { body: { item, desk: east.desk, price: 10 } });
}

export const reason = '签到表上只有一小时';
export const propose = ({ first, pupil }: Affair, shift: string, minutes: number) =>
  first.must('POST /api/corrections', { body: { shift, volunteer: pupil.id, minutes, reason } });
export const decide = (client: Client, change: string, approved = true) =>
  client.must('POST /api/changes/{change}/decision', { params: { change }, body: { approved } });
/** Proposed by the first administrator, approved by the second. */
export const corrected = async (affair: Affair, shift: string, minutes: number) =>
  decide(affair.second, (await propose(affair, shift, minutes)).id);

export const walletOf = ({ district: { world, id }, pupil }: Affair) => readBalance(world.tools, id, pupil.id);
export const entriesOf = async ({ pupil }: Affair) => (await pupil.client.must('GET /api/me/entries', {})).items;
