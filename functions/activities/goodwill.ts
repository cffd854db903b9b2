/**
 * Goodwill: whoever had checked in when a shift is called off shortly before its beginning has served nothing, and may
 * get a few points from the district's public pool. They are promised with the calling off, to all of them or, where
 * the pool holds too little, to nobody; each is paid with the step that frees them, so once.
 */
import { ageOn, isMinor } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import { expiryOf } from '../../shared/rules/lots.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { poolOf } from '../figures/index.ts';
import {
  balanceAt,
  balanceOf,
  creditRules,
  grantWrite,
  journalWrites,
  type Movement,
  mergedInto,
  post,
  readGranted,
} from '../ledger/index.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Moment, readParts, readPersons } from './read.ts';
import type { ActivityShift, Goodwill } from './rows.ts';

const closeMs = 2 * hourMs;

/** What each of those who have checked in may get if the shift is called off now; 0 for nothing. */
export function goodwillPoints({ state, from }: ActivityShift, { settings, now }: Moment): number {
  const isClose = now <= from && from - now < closeMs;
  return state === 'open' && isClose ? settings.goodwill_points : 0;
}

interface Promised {
  readonly goodwill?: Goodwill;
  readonly writes: readonly Write[];
}

/** What came into the pool is counted by the streams, a little late: never more is promised than has come. */
export async function promiseGoodwill(tools: Tools, who: Who, shift: ActivityShift, moment: Moment): Promise<Promised> {
  const points = goodwillPoints(shift, moment);
  const to = points > 0 ? await whoCame(tools, who, shift, moment.settings) : [];
  if (to.length === 0) return { writes: [] };
  const { root } = who.units;
  const units = who.units.below(root.id).map(({ id }) => id);
  const [granted, pool] = await Promise.all([readGranted(tools, who.district), poolOf(tools, who.district, units)]);
  const wanted = points * to.length;
  const isGiven = granted + wanted <= pool.donated + pool.surplus;
  const goodwill = { points, to, isGiven, pool: root.id, by: who.person };
  return { goodwill, writes: isGiven ? [grantWrite(who.district, granted, wanted)] : [] };
}

/** Whoever is too young to earn points gets none this way either; nobody gives to themselves. */
async function whoCame(tools: Tools, who: Who, shift: ActivityShift, settings: Settings): Promise<string[]> {
  const parts = await readParts(tools, who.district, shift.id);
  const there = parts.filter(({ state, volunteer }) => (state === 'in' || state === 'out') && volunteer !== who.person);
  const ids = there.map(({ volunteer }) => volunteer);
  const people = await readPersons(tools, who.district, ids);
  const day = shanghaiDay(shift.from);
  return people.flatMap((person) =>
    person?.active && ageOn(person.birthDate, day) >= settings.hours_age_min ? [person.id] : [],
  );
}

/** @param wallet the volunteer's own, or the one of the person whom the volunteer has been merged into */
export async function goodwillWrites(
  tools: Tools,
  shift: ActivityShift,
  volunteer: string,
  { settings, now }: Moment,
  wallet = volunteer,
): Promise<Write[]> {
  const { district, id, name, from, cancelled } = shift;
  const goodwill = cancelled?.goodwill;
  if (!goodwill?.isGiven || !goodwill.to.includes(volunteer)) return [];
  const [[row], [person]] = await Promise.all([
    tools.store.get([balanceAt(district, wallet)]),
    readPersons(tools, district, [wallet]),
  ]);
  const into = mergedInto(row);
  if (into) return goodwillWrites(tools, shift, volunteer, { settings, now }, into);
  if (!person) return [];
  const day = shanghaiDay(from);
  const { points, pool, by } = goodwill;
  const movement: Movement = {
    tx: `GW#${id}#${volunteer}`,
    kind: 'goodwill',
    points,
    expiry: expiryOf(day),
    ...creditRules(settings, isMinor(ageOn(person.birthDate, day)), person.school),
    reference: id,
    effect: { shift: id, volunteer, name, rule: settings.version, pool },
  };
  const posted = post(balanceOf(row), [movement], { district, wallet, by, now, returnedDaysMin: 0 });
  if (!posted) throw new Error('A credit was refused');
  return [...journalWrites(posted), ...posted.writes];
}
