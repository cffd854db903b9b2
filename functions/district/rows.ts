import type { SettingKey } from '../../shared/rules/setting-catalogue.ts';
import type { Unit } from '../../shared/rules/units.ts';
import type { Item, Target, Write } from '../platform/store/port.ts';

const version = 1;

/** A place where rewards are handed over: it belongs to a unit and serves the unit's subtree. */
export interface Desk {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly place: string;
  readonly hours: string;
}
/** A rule's value from a day on. */
export interface RuleVersion {
  readonly key: SettingKey;
  readonly value: number;
  readonly from: string;
  /** Who set it, and when (epoch milliseconds). */
  readonly by: string;
  readonly at: number;
}
/** A day the district itself declares working or free. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: 'working' | 'holiday';
  readonly name?: string;
}

const at = (district: string, sk: string): Target => ({ table: 'District', key: { pk: `T#${district}#D`, sk } });
const listOf = (district: string, prefix: string) => ({
  table: 'District' as const,
  pk: `T#${district}#D`,
  sk: { prefix },
});

/** All units in one item: a request learns its scope with its session in one batch read. */
export const treeAt = (district: string): Target => at(district, 'TREE');
export const deskAt = (district: string, desk: string): Target => at(district, `DESK#${desk}`);
/** All versions of all rules in one item: a story reads it along with its other keys. */
export const rulesAt = (district: string): Target => at(district, 'RULES');
/** What a school has set for itself, beside the district's: a story reads both at once. */
export const schoolRulesAt = (district: string, school: string): Target => at(district, `RULES#${school}`);
export const calendarDayAt = (district: string, day: string): Target => at(district, `CAL#${day}`);
export const desksOf = (district: string) => listOf(district, 'DESK#');
export const calendarOf = (district: string) => listOf(district, 'CAL#');

/** Claims that hold in the whole deployment: pupils type a school's code before we know their district. */
export const schoolCodeAt = (code: string): Target => ({
  table: 'District',
  key: { pk: `SCHOOLCODE#${code}`, sk: 'CLAIM' },
});
interface CodeHeld {
  readonly district: string;
  readonly unit: string;
  readonly by: string;
  readonly now: number;
}
export const schoolCodeWrite = (code: string, { district, unit, by, now }: CodeHeld): Write => ({
  ...schoolCodeAt(code),
  put: { ...written(by, now), district, unit },
  when: [['pk', 'absent']],
  or: 'school_code_taken',
});
export const districtNameAt = (name: string): Target => ({
  table: 'District',
  key: { pk: `DISTRICTNAME#${name}`, sk: 'CLAIM' },
});

/** Units as stored, with the number of changes so far, which guards the next one. */
export interface Units {
  readonly ver: number;
  readonly units: readonly Unit[];
}
export function unitsOf(item: Item | undefined): Units {
  if (!item) throw new Error('A district without its units');
  return { ver: Number(item.ver), units: item.units as unknown as Unit[] };
}

export function unitsWrite(district: string, { ver, units }: Units): Write {
  return {
    ...treeAt(district),
    put: { v: version, ver: ver + 1, units: units.map((unit) => ({ ...unit })) },
    when: ver === 0 ? [['pk', 'absent']] : [['ver', '=', ver]],
    or: 'lost_race',
  };
}

/** Rule versions as stored, with the number of changes so far, which guards the next one. */
export interface Rules {
  readonly ver: number;
  readonly versions: readonly RuleVersion[];
  /** Of the district's: the schools that have set something for themselves. */
  readonly schools?: readonly string[];
}
export function rulesOf(item: Item | undefined): Rules {
  if (!item) return { ver: 0, versions: [] };
  const { ver, versions, schools } = item as unknown as Rules;
  return { ver, versions, schools };
}
/** @param place of the district's rules, or of a school's */
export function rulesWrite(place: Target, { ver, versions, schools }: Rules): Write {
  return {
    ...place,
    put: {
      v: version,
      ver: ver + 1,
      versions: versions.map((rule) => ({ ...rule })),
      ...(schools && { schools: [...schools] }),
    },
    when: ver === 0 ? [['pk', 'absent']] : [['ver', '=', ver]],
    or: 'lost_race',
  };
}

export const deskOf = (item: Item): Desk => {
  const { id, unit, name, place, hours } = item as unknown as Desk;
  return { id, unit, name, place, hours };
};
export const calendarDayOf = (item: Item): CalendarDay => {
  const { day, kind, name } = item as unknown as CalendarDay;
  return { day, kind, name };
};
/** What a row of this table carries beside its own facts: the form's number, who wrote it and when. */
export const written = (by: string, now: number) => ({ v: version, by, at: now });
