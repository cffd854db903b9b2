/**
 * What a team can take on, and what it has: its load is counted in the same transactions as the orders it consists of,
 * an attribute for each. The only file that knows these items.
 */

import type { ProblemCode } from '../../shared/problems.ts';
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Candidate, coarse, type Slot, type Spot } from '../../shared/rules/dispatch.ts';
import type { Skill } from '../../shared/rules/service-menu.ts';
import type { Attributes, Condition, Item, Query, Target, Write } from '../platform/store/port.ts';
import { present } from '../platform/store/present.ts';
import { version } from './rows.ts';

/** What its leader says of a team. */
export interface Profile {
  readonly takes: boolean;
  readonly skills: readonly Skill[];
  readonly slots: readonly Slot[];
  readonly loadMax: number;
  readonly spot?: Spot;
}
interface Team {
  readonly id: string;
  readonly unit: string;
}

const pkOf = (district: string) => `T#${district}#SERVING`;
export const profileAt = (district: string, team: string): Target => ({
  table: 'Orders',
  key: { pk: pkOf(district), sk: `T#${team}` },
});
/** Every team of the district that ever said what it can do. */
export const profilesOf = (district: string): Omit<Query, 'limit' | 'after'> => ({
  table: 'Orders',
  pk: pkOf(district),
  sk: { prefix: 'T#' },
});

const offerPrefix = 'offer_';
const runPrefix = 'run_';
const dropPrefix = 'drop_';
const takenName = (at: number) => `taken_${monthOf(shanghaiDay(at))}`;
const named = (item: Item, prefix: string) =>
  Object.keys(item)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));

export function profileOf(item: Item | undefined): Profile | undefined {
  if (!item?.takes && item?.skills === undefined) return undefined;
  const { takes, skills, slots, loadMax, spot } = item as unknown as Profile;
  return { takes, skills, slots, loadMax, spot };
}
export const offeredTo = (item: Item | undefined) => (item ? named(item, offerPrefix) : []);
export const runningOf = (item: Item | undefined) => (item ? named(item, runPrefix) : []);

export function candidateOf(item: Item, now: number): Candidate & { readonly takes: boolean } {
  const {
    team,
    unit,
    takes,
    skills,
    slots,
    loadMax,
    spot,
    load = 0,
    starsSum = 0,
    starsCount = 0,
  } = item as unknown as Profile & Partial<Candidate> & { team: string; unit: string };
  const drops = named(item, dropPrefix).map((order) => Number(item[`${dropPrefix}${order}`]));
  const taken = Number(item[takenName(now)] ?? 0);
  return { team, unit, takes, skills, slots, loadMax, spot, load, taken, starsSum, starsCount, drops };
}

export function profileWrite(district: string, team: Team, { takes, skills, slots, loadMax, spot }: Profile): Write {
  const said = present({
    takes,
    skills: [...skills],
    slots: [...slots],
    loadMax,
    spot: spot && { ...coarse(spot) },
  });
  return {
    ...profileAt(district, team.id),
    update: {
      set: { v: version, team: team.id, unit: team.unit, ...said },
      add: { load: 0 },
      remove: spot ? [] : ['spot'],
    },
  };
}

/** A team's room for one more, as the guard of whatever adds one. */
const hasRoom = (loadMax: number): Condition => ({
  any: [
    ['load', '<', loadMax],
    ['load', 'absent'],
  ],
});
const change = (
  district: string,
  team: string,
  update: { set?: Attributes; add?: Record<string, number>; remove?: string[] },
  when: readonly Condition[],
  or: ProblemCode | 'lost_race' = 'lost_race',
): Write => ({ ...profileAt(district, team), update, when, or });

export const offerWrite = (district: string, { team, loadMax }: Candidate, order: string, at: number): Write =>
  change(district, team, { set: { [`${offerPrefix}${order}`]: at }, add: { load: 1 } }, [
    hasRoom(loadMax),
    [`${offerPrefix}${order}`, 'absent'],
  ]);
export const withdrawOfferWrite = (district: string, team: string, order: string): Write =>
  change(district, team, { add: { load: -1 }, remove: [`${offerPrefix}${order}`] }, [
    [`${offerPrefix}${order}`, 'present'],
  ]);
/** An offer becomes an order of the team. */
export const acceptOfferWrite = (district: string, team: string, order: string, at: number): Write =>
  change(
    district,
    team,
    { set: { [`${runPrefix}${order}`]: at }, add: { [takenName(at)]: 1 }, remove: [`${offerPrefix}${order}`] },
    [[`${offerPrefix}${order}`, 'present']],
  );
/** The team takes an order that is open to all. */
export const grabWrite = (district: string, { team, loadMax }: Candidate, order: string, at: number): Write =>
  change(district, team, { set: { [`${runPrefix}${order}`]: at }, add: { load: 1, [takenName(at)]: 1 } }, [
    hasRoom(loadMax),
    [`${runPrefix}${order}`, 'absent'],
  ]);
/** An order leaves the team: done, cancelled, taken away; given back by the team it is remembered. */
export const releaseWrite = (district: string, team: string, order: string, droppedAt?: number): Write =>
  change(
    district,
    team,
    {
      add: { load: -1 },
      remove: [`${runPrefix}${order}`],
      ...(droppedAt !== undefined && { set: { [`${dropPrefix}${order}`]: droppedAt } }),
    },
    [[`${runPrefix}${order}`, 'present']],
  );
export const ratedWrite = (district: string, team: string, stars: number): Write =>
  change(district, team, { add: { starsSum: stars, starsCount: 1 } }, [['pk', 'present']]);
