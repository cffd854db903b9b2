/** What other slices may read of a district. */
import { effectiveSettings, type Settings } from '../../shared/rules/settings.ts';
import { type UnitTree, unitTree } from '../../shared/rules/units.ts';
import type { Item } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import {
  calendarDayOf,
  calendarOf,
  type Desk,
  deskAt,
  deskOf,
  desksOf,
  districtNameAt,
  rulesAt,
  rulesOf,
  schoolCodeAt,
  unitsOf,
} from './rows.ts';

/** The units of a tree item. @throws when there is no such item: a session never outlives its district */
export const treeOf = (item: Item | undefined): UnitTree => unitTree(unitsOf(item).units);

/**
 * The rules in effect on a day, read anew each time: a rule kept in memory would change earlier on one server than on
 * another. A story that reads other keys too takes `rulesAt` along and asks `settingsOn`.
 */
export async function readSettings(tools: Tools, district: string, day: string): Promise<Settings> {
  const [item] = await tools.store.get([rulesAt(district)]);
  return settingsOn(item, day);
}
export const settingsOn = (item: Item | undefined, day: string): Settings =>
  effectiveSettings(rulesOf(item).versions, day);

/** The district's own working days and holidays, by day. */
export async function readCalendar(tools: Tools, district: string): Promise<Record<string, 'working' | 'holiday'>> {
  const days = (await readAll(tools.store, calendarOf(district))).map(calendarDayOf);
  return Object.fromEntries(days.map(({ day, kind }) => [day, kind]));
}

export async function readDesk(tools: Tools, district: string, desk: string): Promise<Desk | undefined> {
  const [item] = await tools.store.get([deskAt(district, desk)]);
  return item && deskOf(item);
}

export async function readDesks(tools: Tools, district: string): Promise<Desk[]> {
  return (await readAll(tools.store, desksOf(district))).map(deskOf);
}

/** A school, or a community, by the six digits that are typed to sign in, in whichever district it is. */
export async function schoolByCode(
  tools: Tools,
  code: string,
): Promise<{ district: string; unit: string } | undefined> {
  const [claim] = await tools.store.get([schoolCodeAt(code)]);
  return claim && { district: String(claim.district), unit: String(claim.unit) };
}

/** A district by its name, with the account of its first administrator. */
export async function districtByName(tools: Tools, name: string) {
  const [claim] = await tools.store.get([districtNameAt(name)]);
  return claim && { district: String(claim.district), administrator: String(claim.administrator) };
}
