/** An order as each of those concerned sees it: whom and where only the desk, and the visitors in their own story. */
import type { orders } from '../../shared/contracts/orders.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import { mayMove } from '../../shared/rules/order-states.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import { iso } from '../platform/instant.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from '../teams/index.ts';
import { laneOf } from './lanes.ts';
import { openSealed } from './read-order.ts';
import type { Order } from './rows.ts';
import { trackLink } from './track-link.ts';

export type Followed = Answer<(typeof orders)['POST /api/tracks']>;
export type Tracked = Answer<(typeof orders)['POST /api/orders']>;
export type Opened = Answer<(typeof orders)['GET /api/orders/{order}']>;
type Queued = Answer<(typeof orders)['GET /api/orders']>['items'][number];
type Taken = Answer<(typeof teamOrders)['GET /api/team-orders']>['taken'][number];
type TeamView = Answer<(typeof teamOrders)['POST /api/orders/{order}/acceptance']>;

export interface Seen {
  readonly units: UnitTree;
  readonly now: number;
}

/** What is over has no clock for those who asked and those who came; the desk may have to call back. */
const isOver = ({ state }: Order) => state === 'rated' || state === 'closed';
const isoOr = (at: number | undefined) => (at === undefined ? undefined : iso(at));

function factsOf(order: Order, { units, now }: Seen) {
  const { id, state, kind, title, unit, from, to, minutes, homeVisit, urgent, placedAt, dueAt } = order;
  return {
    ...{ id, state, kind, title, unit, minutes, homeVisit, urgent },
    unitName: units.get(unit)?.name ?? '',
    from: iso(from),
    to: iso(to),
    placedAt: iso(placedAt),
    ...clockOf(isOver(order) ? undefined : dueAt, now),
  };
}

const clockOf = (dueAt: number | undefined, now: number) => ({
  due: isoOr(dueAt),
  late: dueAt !== undefined && dueAt < now,
});

/** The names of teams that these orders speak of. */
async function teamNames(tools: Tools, district: string, some: readonly Order[]): Promise<ReadonlyMap<string, string>> {
  const named = some.flatMap(({ team, steps }) => [team, ...steps.flatMap((step) => [step.team, step.takenFrom])]);
  const ids = [...new Set(named.filter((id) => id !== undefined))].slice(0, 100);
  return new Map((await readTeams(tools, district, ids)).map(({ id, name }) => [id, name]));
}

function followed(order: Order, seen: Seen, names: ReadonlyMap<string, string>): Followed {
  return {
    ...factsOf(order, seen),
    teamName: names.get(order.team ?? ''),
    steps: order.steps.map(({ at, team, takenFrom, ...step }) => ({
      ...step,
      at: iso(at),
      team: names.get(team ?? ''),
      takenFrom: names.get(takenFrom ?? ''),
    })),
    mayRate: mayMove('rate', order.state),
    mayCancel: mayMove('cancel', order.state),
    stars: order.rating?.stars,
  };
}

export async function showFollowed(tools: Tools, order: Order, seen: Seen): Promise<Followed> {
  return followed(order, seen, await teamNames(tools, order.district, [order]));
}

export async function showTracked(tools: Tools, some: readonly Order[], seen: Seen): Promise<Tracked[]> {
  const names = await teamNames(tools, some[0]?.district ?? '', some);
  return some.map((order) => ({
    ...followed(order, seen, names),
    link: trackLink(tools, order),
    code: openSealed(tools, order).code,
  }));
}

export async function showOpened(tools: Tools, order: Order, seen: Seen): Promise<Opened> {
  const { name, phone, address, need, risk, code } = openSealed(tools, order);
  const { phrases, riskLevel, channel, rating, callBack, members, shift } = order;
  return {
    ...(await showFollowed(tools, order, seen)),
    ...{ phrases: [...phrases], need, risk, riskLevel, channel, shift, code },
    contact: { name, phone, address },
    link: trackLink(tools, order),
    tags: rating && [...rating.tags],
    callBackDue: callBack?.doneAt === undefined ? isoOr(callBack?.dueAt) : undefined,
    callBackNote: callBack?.note,
    people: members.length,
  };
}

export async function showQueued(tools: Tools, some: readonly Order[], seen: Seen): Promise<Queued[]> {
  const names = await teamNames(tools, some[0]?.district ?? '', some);
  return some.flatMap((order) => {
    const lane = laneOf(order);
    if (!lane) return [];
    const { channel, team, rating } = order;
    const facts = { ...factsOf(order, seen), ...clockOf(order.dueAt, seen.now) };
    return [{ ...facts, lane, channel, teamName: names.get(team ?? ''), stars: rating?.stars }];
  });
}

export function showTeamOrder(tools: Tools, order: Order, seen: Seen & { readonly team?: string }): TeamView {
  const { need, risk } = openSealed(tools, order);
  const { phrases, riskLevel, offers, members, startedAt, shift, rating } = order;
  return {
    ...factsOf(order, seen),
    ...{ phrases: [...phrases], need, risk, riskLevel, members: [...members], shift, stars: rating?.stars },
    offered: seen.team !== undefined && offers.includes(seen.team),
    startedAt: isoOr(startedAt),
  };
}

/** An order as the team reads it that it was taken from; none when the team has it again. */
export function showTaken(order: Order, team: string, units: UnitTree): Taken[] {
  const step = order.steps.findLast(({ takenFrom }) => takenFrom === team);
  if (!step || order.team === team) return [];
  const { id, title, unit, from, to } = order;
  const { at, reason = '' } = step;
  return [{ id, title, unitName: units.get(unit)?.name ?? '', from: iso(from), to: iso(to), at: iso(at), reason }];
}
