/** My stars: the school stage's by the minutes of that stage, the national one by those of a whole life. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { monthsMetOn } from '../../shared/rules/star-conditions.ts';
import { type StarScheme, starsOf } from '../../shared/rules/stars.ts';
import { rulesAt, settingsOn } from '../district/index.ts';
import { type Balance, balanceAt, balanceOf } from '../ledger/index.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { personAt, personOf, stageOf } from '../volunteers/index.ts';
import { missingIn, registeredOn } from './reach-stars.ts';
import { blockedUntil, type StarsHeld, starsHeldAt, starsHeldOf } from './star-rows.ts';

type Route = (typeof rewards)['GET /api/me/stars'];

export async function showMyStars({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district } = who;
  const id = subjectOf(who);
  const on = shanghaiDay(now);
  const [balanceRow, personRow, starsHeldRow, rules] = await tools.store.get([
    balanceAt(district, id),
    personAt(district, id),
    starsHeldAt(district, id),
    rulesAt(district),
  ]);
  const person = personOf(tools, district, id, personRow);
  const known = {
    id,
    balance: balanceOf(balanceRow),
    starsHeld: starsHeldOf(starsHeldRow),
    settings: settingsOn(rules, on),
  };
  return { items: starsNow(person && stageOf(person), known, on), on };
}

interface Known {
  readonly id: string;
  readonly balance: Balance;
  readonly starsHeld: StarsHeld;
  readonly settings: Settings;
}

/** Each scheme's level that counts today, and what minutes that are there already wait for. */
export function starsNow(
  stage: Parameters<typeof starsOf>[0],
  { id, balance, starsHeld, settings }: Known,
  on: string,
) {
  const served = { life: balance.minutes, byStage: balance.minutesByStage };
  return starsOf(stage, served, settings).map(({ scheme, progress }) => {
    const held = starsHeld.held[scheme] ?? 0;
    const missing = progress.level > held ? missingIn(scheme, starsHeld, id, served, settings, on) : [];
    const level = missing.length > 0 ? Math.min(held, progress.level) : progress.level;
    const until = missing.includes('months') ? monthsMetOn(registeredOn(id), settings) : undefined;
    const blocked = missing.includes('finding') ? blockedUntil(starsHeld) : undefined;
    return { scheme, ...progress, level, waitsFor: missing, monthsMetOn: until, blockedUntil: blocked };
  });
}

/** The highest level somebody has in any scheme. */
export const bestLevel = (stars: readonly { readonly scheme: StarScheme; readonly level: number }[]): number =>
  Math.max(...stars.map(({ level }) => level));
