/** A wallet in one read: points without dead lots, hours by life, stage and school year. */
import type { ledger } from '../../shared/contracts/ledger.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { expiryNotice, liveLots } from '../../shared/rules/lots.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { readBalance } from './read-balance.ts';

type Route = (typeof ledger)['GET /api/me/balance'];

export async function showMyBalance({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const balance = await readBalance(tools, who.district, subjectOf(who));
  const lots = Object.entries(liveLots(balance.lots, now)).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    points: lots.reduce((sum, [, points]) => sum + points, 0),
    debt: balance.debt,
    expiring: lots.map(([day, points]) => ({ points, on: dashed(day), notice: expiryNotice(day, now) })),
    minutes: balance.minutes,
    minutesByStage: balance.minutesByStage,
    minutesByYear: balance.minutesByYear,
    entries: balance.seq,
  };
}

const dashed = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
