/** The community looks at an order: it turns it down with the reason, or passes it on, and it is dispatched at once. */
import type { orders } from '../../shared/contracts/orders.ts';
import { reveals } from '../../shared/rules/revealing.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from '../teams/index.ts';
import { memberRemovals, withoutTeam } from './leave-team.ts';
import { fieldFor, offer } from './offer.ts';
import { releaseWrite } from './profile-rows.ts';
import { mustBeAt, openSealed, readOrder, seal, stepped } from './read-order.ts';
import { type Order, orderWrite, takenWrite } from './rows.ts';
import { type Opened, showOpened } from './show.ts';

type Triage = (typeof orders)['POST /api/orders/{order}/triage'];
type Dispatch = (typeof orders)['POST /api/orders/{order}/dispatch'];
type Candidates = (typeof orders)['GET /api/orders/{order}/candidates'];

export const showResult = async ({ who, now }: { who: Who; now: number }, tools: Tools, id: string): Promise<Opened> =>
  showOpened(tools, await readOrder(tools, who, id), { units: who.units, now });

export const triageOrder: GuardedStory<Triage> = {
  async plan({ who, params, body, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    mustBeAt(order, 'triage');
    const by = who.post.role;
    if (body.decision === 'turn_down') {
      const next = stepped(order, { state: 'turned_down', at: now, by, reason: body.reason });
      return { result: order.id, writes: [orderWrite(next, order.rev)] };
    }
    const { order: next, writes } = await offer(tools, moderated(tools, order, body), { by, now, units: who.units });
    return { result: order.id, writes: [orderWrite(next, order.rev), ...writes] };
  },
  show: showResult,
};

type Passed = Extract<Ask<Triage>['body'], { decision: 'pass' }>;
/** What teams will read is what the community has looked at. @throws order_reveals */
function moderated(tools: Tools, order: Order, { urgent, need, risk, riskLevel }: Passed): Order {
  const sealed = openSealed(tools, order);
  const words = need === undefined ? sealed.need : (need ?? undefined);
  const kept = { ...sealed, need: words, risk: risk ?? sealed.risk };
  if (reveals(sealed, [kept.need ?? '', kept.risk].join('\n'))) throw new Problem('order_reveals');
  return {
    ...order,
    urgent: urgent ?? order.urgent,
    riskLevel: riskLevel ?? order.riskLevel,
    sealed: seal(tools, order, kept),
  };
}

/** Also takes it from a team that does not come: it reads why, is not asked again, and nothing is held against it. */
export const dispatchOrder: GuardedStory<Dispatch> = {
  async plan({ who, params, body, now }, tools) {
    const order = await readOrder(tools, who, params.order);
    mustBeAt(order, 'dispatch');
    const { teams: chosen, reason } = body;
    const { district, id, team } = order;
    const free = team === undefined ? order : withoutTeam(order);
    if (team !== undefined && chosen?.includes(team)) throw new Problem('team_cannot_take');
    if (team !== undefined && reason === undefined) throw new Problem('dispatch_reason_missing');
    if (reveals(openSealed(tools, order), reason ?? '')) throw new Problem('order_reveals');
    const said = { by: who.post.role, reason, takenFrom: team, chosen, now, units: who.units };
    const { order: next, writes } = await offer(tools, free, said);
    const release = team === undefined ? [] : [releaseWrite(district, team, id), takenWrite(order, team, now)];
    return { result: id, writes: [orderWrite(next, order.rev), ...release, ...memberRemovals(order), ...writes] };
  },
  show: showResult,
};

export async function listCandidates({ who, params, now }: Ask<Candidates>, tools: Tools) {
  const order = await readOrder(tools, who, params.order);
  const { ranked } = await fieldFor(tools, order, { units: who.units, now });
  const shown = ranked.slice(0, 20);
  const teams = await readTeams(
    tools,
    who.district,
    shown.map(({ team }) => team),
  );
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return {
    items: shown.map(({ reasons, ...one }) => ({ ...one, name: names.get(one.team) ?? '', reasons: [...reasons] })),
  };
}
