/** What other slices may read of a district. */
import { effectiveSettings, type Settings } from '../../shared/rules/settings.ts';
import { type UnitTree, unitTree } from '../../shared/rules/units.ts';
import { getAll } from '../platform/store/get-all.ts';
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
  schoolRulesAt,
  unitsOf,
} from './rows.ts';

/** The units of a tree item. @throws when there is no such item: a session never outlives its district */
export const treeOf = (item: Item | undefined): UnitTree => unitTree(unitsOf(item).units);

/**
 * The rules in effect on a day, read anew each time: a rule kept in memory would change earlier on one server than on
 * another. A story that reads other keys too takes `rulesAt`, and `schoolRulesAt` where a school's own count, along and
 * asks `settingsOn`.
 * @param unit whose own rules count where they are stricter: of a service the team's unit, of a redemption the person's
 */
export async function readSettings(tools: Tools, district: string, day: string, unit?: string): Promise<Settings> {
  const places = unit === undefined ? [] : [schoolRulesAt(district, unit)];
  const [item, own] = await tools.store.get([rulesAt(district), ...places]);
  return settingsOn(item, day, own);
}
export const settingsOn = (item: Item | undefined, day: string, own?: Item): Settings =>
  effectiveSettings(rulesOf(item).versions, day, rulesOf(own).versions);

/** A school's own rules, where the district's rules say that it has some: for whoever cannot ask for both at once. */
export async function readOwnRules(tools: Tools, district: string, school: string, rules: Item | undefined) {
  if (!rulesOf(rules).schools?.includes(school)) return undefined;
  return (await tools.store.get([schoolRulesAt(district, school)]))[0];
}

/** The rules of services of several units, in one read. */
export async function readSettingsOf(
  tools: Tools,
  district: string,
  units: Iterable<string>,
): Promise<(unit: string, day: string) => Settings> {
  const named = [...new Set(units)];
  const places = named.map((unit) => schoolRulesAt(district, unit));
  const [item, ...own] = await getAll(tools.store, [rulesAt(district), ...places]);
  return (unit, day) => settingsOn(item, day, own[named.indexOf(unit)]);
}

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
