/**
 * Stars and gifts of two registrations of one person: what either was given counts for both, so that each gift is
 * given once. A gift that only the one that ends has goes along; taking it back gives back what nobody has claimed.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { ServedMinutes } from '../../shared/rules/stars.ts';
import { rulesAt, settingsOn } from '../district/index.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import type { Person } from '../volunteers/index.ts';
import { starsHeldWrites } from './reach-stars.ts';
import {
  type Gift,
  giftBack,
  giftEnded,
  giftId,
  giftOf,
  giftsOf,
  giftWrite,
  type StarsHeld,
  starsHeldAt,
  starsHeldOf,
  starsHeldWrite,
  starsStillAt,
} from './star-rows.ts';

interface Merging {
  readonly district: string;
  readonly kept: Person;
  readonly merged: Person;
  /** What makes them one. */
  readonly cause: string;
  readonly now: number;
  /** What both have served together. */
  readonly served: ServedMinutes;
}

export async function readGifts(tools: Tools, district: string, wallet: string): Promise<Gift[]> {
  return (await readAll(tools.store, giftsOf(district, wallet))).map(giftOf).filter((gift) => gift !== undefined);
}

/** @returns undefined when a gift has been claimed meanwhile: it is picked up, or called off, first */
export async function mergeStars(tools: Tools, merging: Merging): Promise<Write[] | undefined> {
  const { district, kept, merged, cause, now, served } = merging;
  const [keptRow, mergedRow, rules] = await tools.store.get([
    starsHeldAt(district, kept.id),
    starsHeldAt(district, merged.id),
    rulesAt(district),
  ]);
  const [own, theirs] = [await readGifts(tools, district, kept.id), await readGifts(tools, district, merged.id)];
  if (theirs.some(({ state }) => state === 'claimed')) return undefined;
  const other = starsHeldOf(mergedRow);
  const both = joined(starsHeldOf(keptRow), other, 1);
  const moving = theirs.flatMap((gift) => {
    const mine = own.find((other) => giftId(other) === giftId(gift));
    if (gift.state !== 'open') return mine?.state === 'open' ? [giftEnded(district, mine, cause)] : [];
    const { id: wallet, class: className, school } = kept;
    const copy: Gift = { ...copied(gift), wallet, class: className, school, ver: 1, from: merged.id };
    const again = mine?.endedBy === undefined ? [] : [giftBack(district, mine)];
    return [giftEnded(district, gift, cause), ...(mine ? again : [giftWrite(district, copy)])];
  });
  const settings = settingsOn(rules, shanghaiDay(now));
  const stars = await starsHeldWrites(tools, both, { district, volunteer: kept.id, now, ...served }, settings);
  return [...moving, starsStillAt(district, merged.id, other), ...stars];
}

/** What was claimed meanwhile stays claimed; levels that only the two together had stay given, and bring no second. */
export async function partStars(
  tools: Tools,
  { district, kept, merged, cause, now }: Omit<Merging, 'served'>,
): Promise<Write[]> {
  const [keptRow, mergedRow] = await tools.store.get([
    starsHeldAt(district, kept.id),
    starsHeldAt(district, merged.id),
  ]);
  const [own, theirs] = [await readGifts(tools, district, kept.id), await readGifts(tools, district, merged.id)];
  const back = theirs.filter(({ endedBy }) => endedBy === cause);
  const copies = new Map(own.filter(({ from }) => from === merged.id).map((gift) => [giftId(gift), gift]));
  const given = back.flatMap((gift) => {
    const copy = copies.get(giftId(gift));
    if (copy && copy.state !== 'open') return [];
    return [giftBack(district, gift), ...(copy ? [giftEnded(district, copy, cause)] : [])];
  });
  const mine = own.filter(({ endedBy }) => endedBy === cause).map((gift) => giftBack(district, gift));
  const before = starsHeldOf(keptRow);
  // What kept stars away may have gone along: the clock looks again.
  const parted = { ...joined(before, starsHeldOf(mergedRow), -1), held: heldBy(own), dueAt: now };
  return [...given, ...mine, ...(keptRow ? [starsHeldWrite(district, kept.id, before, parted)] : [])];
}

/** Gifts of all levels held exist, up to the highest one. */
function heldBy(gifts: readonly Gift[]): StarsHeld['held'] {
  const held: Partial<Record<Gift['scheme'], number>> = {};
  for (const { scheme, level } of gifts) held[scheme] = Math.max(held[scheme] ?? 0, level);
  return held;
}

function joined(one: StarsHeld, other: StarsHeld, sign: 1 | -1): StarsHeld {
  const lateMinutes: Record<string, number> = { ...one.lateMinutes };
  for (const [stage, minutes] of Object.entries(other.lateMinutes))
    lateMinutes[stage] = Math.max(0, (lateMinutes[stage] ?? 0) + sign * minutes);
  const held = { ...one.held };
  for (const [scheme, level] of Object.entries(other.held) as [Gift['scheme'], number][])
    held[scheme] = Math.max(held[scheme] ?? 0, level);
  const own = Object.entries(one.blocks).filter(([finding]) => other.blocks[finding] === undefined);
  return {
    ...one,
    blocks: { ...Object.fromEntries(own), ...(sign === 1 && other.blocks) },
    lateMinutes,
    held,
    ratingSum: one.ratingSum + sign * other.ratingSum,
    ratingCount: one.ratingCount + sign * other.ratingCount,
  };
}

/** A gift as a row of its own: without the places where the other one lies. */
const copied = ({ scheme, level, state, at, until }: Gift) => ({ scheme, level, state, at, until });
