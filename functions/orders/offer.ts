/**
 * Dispatch: an order is offered to the best of the teams that can do it and have room; when there is none it is open to
 * all. What a team has is counted in the same transaction, so that nobody is offered more than it can take.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { type Candidate, type Ranked, rankTeams } from '../../shared/rules/dispatch.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { readSettings } from '../district/index.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { candidateOf, offerWrite, profilesOf, withdrawOfferWrite } from './profile-rows.ts';
import { openSealed, stepped } from './read-order.ts';
import type { Order } from './rows.ts';

/** However near the time agreed on is, a team has this long to answer. */
const answerMsMin = 15 * minuteMs;

export interface Around {
  readonly units: UnitTree;
  readonly now: number;
}

interface Field {
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly ranked: readonly Ranked[];
  readonly settings: Settings;
}

/** Everybody who may be asked, the best first. */
export async function fieldFor(tools: Tools, order: Order, { units, now }: Around): Promise<Field> {
  const [settings, rows] = await Promise.all([
    readSettings(tools, order.district, shanghaiDay(now)),
    readAll(tools.store, profilesOf(order.district)),
  ]);
  const all = rows.map((row) => candidateOf(row, now)).filter(({ takes }) => takes);
  const { skill, unit, from, to, except, offers } = order;
  const wanted = { skill, unit, from, to, spot: openSealed(tools, order).spot, except: [...except, ...offers] };
  const ranked = rankTeams(wanted, all, { units, now, settings });
  return { candidates: new Map(all.map((candidate) => [candidate.team, candidate])), ranked, settings };
}

interface Offering extends Around {
  readonly by: string;
  readonly reason?: string;
  /** The team that the desk takes it from. */
  readonly takenFrom?: string;
  /** The desk's own choice. */
  readonly chosen?: readonly string[];
}

/** The order as offered anew, or opened to all, and the writes that count it; earlier offers end. */
export async function offer(tools: Tools, order: Order, { by, reason, takenFrom, chosen, ...around }: Offering) {
  const { now } = around;
  const field = await fieldFor(tools, order, around);
  const { settings, candidates } = field;
  const best = field.ranked.slice(0, settings.order_offer_teams).map(({ team }) => team);
  const teams = chosen ? mustFit(order, chosen, field) : best;
  const staying = new Set(teams.filter((team) => order.offers.includes(team)));
  const writes: Write[] = [
    ...withdrawWrites(order, staying),
    ...teams
      .filter((team) => !staying.has(team))
      .flatMap((team) => {
        const candidate = candidates.get(team);
        return candidate ? [offerWrite(order.district, candidate, order.id, now)] : [];
      }),
  ];
  const next =
    teams.length === 0
      ? opened(order, { by, reason, takenFrom, now, settings })
      : stepped(order, { state: 'offered', at: now, by, reason, takenFrom }, offered(order, teams, settings, now));
  return { order: next, writes };
}

function offered(order: Order, teams: readonly string[], settings: Settings, now: number): Partial<Order> {
  const minutes = order.urgent ? settings.order_offer_urgent_minutes : settings.order_offer_minutes;
  return { offers: teams, dueAt: untilBegun(order, now + minutes * minuteMs, now) };
}

/** A clock that stops when the time agreed on has come: then somebody has to look. */
const untilBegun = ({ from }: Order, at: number, now: number) => Math.min(at, Math.max(from, now + answerMsMin));

interface Opening {
  readonly by: string;
  readonly reason?: string;
  readonly takenFrom?: string;
  readonly now: number;
  readonly settings: Settings;
}
/** The order as open to whoever comes first. */
export function opened(order: Order, { by, reason, takenFrom, now, settings }: Opening): Order {
  const dueAt = untilBegun(order, now + settings.order_open_minutes * minuteMs, now);
  return stepped(order, { state: 'open', at: now, by, reason, takenFrom }, { offers: [], dueAt });
}

/** Ends the offers of an order but those that stay. */
export const withdrawWrites = ({ district, id, offers }: Order, staying: ReadonlySet<string> = new Set()): Write[] =>
  offers.filter((team) => !staying.has(team)).map((team) => withdrawOfferWrite(district, team, id));

/** The desk may choose a team that gave it back or was not the best, but not one that cannot or is full. */
function mustFit(order: Order, chosen: readonly string[], { candidates }: Field): string[] {
  const teams = [...new Set(chosen)];
  for (const team of teams) {
    const candidate = candidates.get(team);
    if (!candidate?.skills.includes(order.skill)) throw new Problem('team_cannot_take');
    if (candidate.load >= candidate.loadMax && !order.offers.includes(team)) throw new Problem('team_load_full');
  }
  return teams;
}
