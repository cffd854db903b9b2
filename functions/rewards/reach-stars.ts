/**
 * Stars follow final minutes: the level shown, and the gifts that belong into the transaction in which minutes or
 * months bring a level. A level needs its conditions when it is first reached; afterwards only hours taken back by a
 * correction lower it, and reaching it again gives no second gift.
 */
import { type Day, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { stages } from '../../shared/rules/classes.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import {
  missingConditions,
  monthsMetOn,
  type Serving,
  type StarCondition,
} from '../../shared/rules/star-conditions.ts';
import { minutesIn, type ServedMinutes, type StarScheme, starProgress } from '../../shared/rules/stars.ts';
import { settingsOn } from '../district/index.ts';
import type { Item, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';
import { blockedUntil, type Gift, giftWrite, type StarsHeld, starsHeldOf, starsHeldWrite } from './star-rows.ts';

const schemes: readonly StarScheme[] = [...stages, 'national'];
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ulidTimeCharacters = 10;

/** The day a person was registered: the time part of the person's ULID. */
export function registeredOn(volunteer: string): Day {
  const time = [...volunteer.slice(0, ulidTimeCharacters)];
  return shanghaiDay(time.reduce((at, letter) => at * crockford.length + crockford.indexOf(letter), 0));
}

/** The rows that stars are decided by besides the balance. */
interface StarRows {
  readonly starsHeld: Item | undefined;
  readonly rules: Item | undefined;
}

/** One movement of final minutes: what a wallet then holds, and how well this service was evidenced and done. */
export interface Served extends ServedMinutes {
  readonly district: string;
  readonly volunteer: string;
  /** Minutes of evidence grade D that came or, below zero, went. */
  readonly late?: { readonly stage: string; readonly minutes: number };
  readonly rating?: number;
  readonly now: number;
}

/** The writes that stars add to a movement of minutes: none, where nothing of them changes. */
export async function starWrites(
  tools: Tools,
  { starsHeld, rules }: StarRows,
  { district, volunteer, late, rating, now, ...served }: Served,
): Promise<Write[]> {
  const settings = settingsOn(rules, shanghaiDay(now));
  const before = starsHeldOf(starsHeld);
  const counted = count(before, late, rating);
  const reached = reach(counted, volunteer, served, settings, now);
  const writes = await giftWrites(tools, { district, volunteer, now }, before, reached, settings);
  const isSame = counted === before && reached.dueAt === before.dueAt && writes.length === 0;
  return isSame ? [] : [starsHeldWrite(district, volunteer, before, reached), ...writes];
}

function count(before: StarsHeld, late: Served['late'], rating: number | undefined): StarsHeld {
  if (!late && rating === undefined) return before;
  const { lateMinutes, ratingSum, ratingCount } = before;
  return {
    ...before,
    lateMinutes: late
      ? { ...lateMinutes, [late.stage]: Math.max(0, (lateMinutes[late.stage] ?? 0) + late.minutes) }
      : lateMinutes,
    ratingSum: ratingSum + (rating ?? 0),
    ratingCount: ratingCount + (rating === undefined ? 0 : 1),
  };
}

/** The stars held as they are from now on, and a gift for each level that was not held before. */
export async function starsHeldWrites(
  tools: Tools,
  before: StarsHeld,
  { district, volunteer, now, ...served }: Served,
  settings: Settings,
): Promise<Write[]> {
  const reached = reach(before, volunteer, served, settings, now);
  const gifts = await giftWrites(tools, { district, volunteer, now }, before, reached, settings);
  return [starsHeldWrite(district, volunteer, before, reached), ...gifts];
}

/** The highest levels after everything that is known now, and when the months of a waiting one will have passed. */
function reach(
  starsHeld: StarsHeld,
  volunteer: string,
  served: ServedMinutes,
  settings: Settings,
  now: number,
): StarsHeld {
  const held: Partial<Record<StarScheme, number>> = { ...starsHeld.held };
  const ends: Day[] = [];
  for (const scheme of schemes) {
    const { level } = starProgress(scheme, minutesIn(scheme, served), settings);
    if (level <= (held[scheme] ?? 0)) continue;
    const missing = missingIn(scheme, starsHeld, volunteer, served, settings, shanghaiDay(now));
    if (missing.length === 0) held[scheme] = level;
    if (missing.includes('months')) ends.push(monthsMetOn(registeredOn(volunteer), settings));
    if (missing.includes('finding')) ends.push(blockedUntil(starsHeld) ?? '');
  }
  const last = ends.sort().at(-1);
  const dueAt = last === undefined ? undefined : startOfDay(last);
  return { ...starsHeld, held, dueAt };
}

const sumOf = (numbers: Readonly<Record<string, number>>) => Object.values(numbers).reduce((sum, one) => sum + one, 0);

/** What a scheme's next level waits for besides minutes. */
export function missingIn(
  scheme: StarScheme,
  { lateMinutes, ratingSum, ratingCount, blocks }: StarsHeld,
  volunteer: string,
  served: ServedMinutes,
  settings: Settings,
  day: Day,
): StarCondition[] {
  const serving: Serving = {
    registeredOn: registeredOn(volunteer),
    minutes: minutesIn(scheme, served),
    lateMinutes: scheme === 'national' ? sumOf(lateMinutes) : (lateMinutes[scheme] ?? 0),
    ratingSum,
    ratingCount,
    blockedUntil: blockedUntil({ blocks }),
  };
  return missingConditions(serving, day, settings);
}

/** One gift for each level that was not held before, in whichever school the person is now. */
async function giftWrites(
  tools: Tools,
  { district, volunteer, now }: Pick<Served, 'district' | 'volunteer' | 'now'>,
  before: StarsHeld,
  { held }: StarsHeld,
  settings: Settings,
): Promise<Write[]> {
  const levels = schemes.flatMap((scheme) => {
    const from = before.held[scheme] ?? 0;
    return Array.from({ length: (held[scheme] ?? 0) - from }, (_, index) => ({ scheme, level: from + index + 1 }));
  });
  if (levels.length === 0) return [];
  const [person] = await readPeople(tools, district, [volunteer]);
  const until = now + settings.gift_claim_days * dayMs;
  const shared = { wallet: volunteer, at: now, until, class: person?.class ?? '', school: person?.school ?? '' };
  return levels.map((level): Write => {
    const gift: Gift = { ...shared, ...level, state: 'open', ver: 1 };
    return giftWrite(district, gift);
  });
}
