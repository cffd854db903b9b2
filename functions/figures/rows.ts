/** The only file that knows the items of figures, their keys, and the names under which numbers are summed. */
import type { Attributes, Item, Target } from '../platform/store/port.ts';
import { type Sums, withoutZeros } from './sums.ts';

const version = 1;
const table = 'Figures' as const;

/** Where sums stand: at a unit, by its id, at a unit's or team's month, or in what the public sees of the district. */
export type Place = string;
export const publicPlace: Place = 'public';
/** A month of a unit or a team: a row of its own, so that the months gone by are written no more. */
export const monthOf = (owner: string, month: string): Place => `${owner}@${month}`;
/** What a source adds, by place. */
export type Shares = Readonly<Record<Place, Sums>>;

const publicPk = 'PUBLIC';
export function placeAt(district: string, place: Place): Target {
  if (place === publicPlace) return { table, key: { pk: publicPk, sk: district } };
  const [owner, month] = place.split('@');
  return { table, key: { pk: `T#${district}#F#${owner}`, sk: month === undefined ? 'SUMS' : `M#${month}` } };
}
/** Every district that has something to count. */
export const publicSums = { table, pk: publicPk };
export const districtOf = ({ sk }: Item): string => sk;
/** What a source was last counted with. */
export const sourceAt = (district: string, source: string): Target => ({
  table,
  key: { pk: `T#${district}#FROM#${source}`, sk: 'FROM' },
});

/** `ver` counts the changes of a row, and guards the next one. */
export const verOf = (item: Item | undefined): number => Number(item?.ver ?? 0);
export const sumsOf = (item: Item | undefined): Sums => (item?.sums ?? {}) as Sums;
export const sharesOf = (item: Item | undefined): Shares => (item?.shares ?? {}) as Shares;
export const sumsRow = (ver: number, sums: Sums): Attributes => ({ v: version, ver, sums });
export function sharesRow(ver: number, shares: Shares): Attributes {
  const kept = Object.entries(shares).map(([place, sums]) => [place, withoutZeros(sums)] as const);
  return { v: version, ver, shares: Object.fromEntries(kept.filter(([, sums]) => Object.keys(sums).length > 0)) };
}

/** Names of sums that are one for each month, team, day or level; the others are plain words. */
export const named = {
  grade: (grade: string) => `grade#${grade}`,
  monthMinutes: (month: string) => `minutes#${month}`,
  monthRecords: (month: string) => `records#${month}`,
  team: (team: string) => `team#${team}`,
  /** Shifts that wait and should be approved by a day. */
  due: (day: string) => `due#${day}`,
  /** Points that came into the unit's public pool, or below zero went out of it, by how. */
  pool: (kind: 'donate' | 'surplus' | 'goodwill') => `pool#${kind}`,
  /** Points that went in or out of wallets, by the kind of entry. */
  points: (kind: string) => `points#${kind}`,
  /** Registrations, or requests to correct, that wait for an answer. */
  asked: (kind: 'registration' | 'request') => `asked#${kind}`,
  /** Rewards handed over, by the kind of item. */
  redeemed: (kind: string) => `redeemed#${kind}`,
  /** People with so many whole hours in the school stage they are in, and the level whose conditions they have met. */
  hours: (stage: string, hours: number, level: number) => `hours#${stage}#${hours}#${level}`,
} as const;

/** The sums under one of these names, with what the name says beyond it. */
export const sumsNamed = (sums: Sums, kind: 'team' | 'due' | 'hours'): [rest: string[], sum: number][] =>
  Object.entries(sums)
    .filter(([name]) => name.startsWith(`${kind}#`))
    .map(([name, sum]) => [name.split('#').slice(1), sum]);
