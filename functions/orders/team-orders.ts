/** A leader's orders: offered, open to all, in hand; and what the team can do. Read by the team's own row. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { teamOrders } from '../../shared/contracts/team-orders.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { getAll } from '../platform/store/get-all.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import { offeredTo, profileAt, profileOf, profileWrite, runningOf } from './profile-rows.ts';
import { type Order, orderAt, orderNamedBy, orderOf, ordersOfTeam, takenFromTeam } from './rows.ts';
import { showTaken, showTeamOrder } from './show.ts';

type List = (typeof teamOrders)['GET /api/team-orders'];
type Describe = (typeof teamOrders)['PUT /api/team-orders/profile'];

/** More than anybody looks through; those that begin soonest. */
const openMax = 50;
const latelyMax = 20;

export async function listTeamOrders({ who, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { district, post, units } = who;
  const [item] = await tools.store.get([profileAt(district, post.scope)]);
  const profile = profileOf(item);
  const [offered, running, open, accepted, taken] = await Promise.all([
    readOrders(tools, who, offeredTo(item)),
    readOrders(tools, who, runningOf(item)),
    readAll(tools.store, ordersOfTeam(district, 'OPEN')),
    tools.store.query({ ...ordersOfTeam(district, post.scope), limit: latelyMax }),
    tools.store.query({ ...takenFromTeam(district, post.scope), limit: latelyMax }),
  ]);
  const fitting = open
    .map(orderOf)
    .filter(({ state, skill }) => state === 'open' && profile?.skills.some((one) => one === skill))
    .sort(soonestFirst);
  const shown = (some: readonly Order[]) =>
    some.map((order) => showTeamOrder(tools, order, { units, now, team: post.scope }));
  return {
    profile: profile && { ...profile, skills: [...profile.skills], slots: [...profile.slots] },
    offered: shown(offered.filter(({ offers }) => offers.includes(post.scope))),
    running: shown(running.filter(({ team }) => team === post.scope)),
    open: shown(fitting.slice(0, openMax)),
    lately: shown(accepted.items.map(orderOf).filter(({ state }) => ['done', 'rated', 'closed'].includes(state))),
    taken: (await readOrders(tools, who, taken.items.map(orderNamedBy))).flatMap((order) =>
      showTaken(order, post.scope, units),
    ),
  };
}

async function readOrders(tools: Tools, { district }: Who, ids: readonly string[]): Promise<Order[]> {
  const items = await getAll(
    tools.store,
    ids.map((id) => orderAt(district, id)),
  );
  return items.flatMap((item) => (item ? [orderOf(item)] : [])).sort(soonestFirst);
}

const soonestFirst = (one: Order, other: Order) => one.from - other.from;

export const describeTeam: GuardedStory<Describe> = {
  async plan({ who, body }, tools) {
    const team = await readTeam(tools, who.district, who.post.scope);
    if (!team) throw new Error('A leader’s team is gone');
    return { result: team.id, writes: [profileWrite(who.district, team, body)] };
  },
  async show({ who, body }, tools) {
    const [item] = await tools.store.get([profileAt(who.district, who.post.scope)]);
    const profile = profileOf(item) ?? body;
    return { ...profile, skills: [...profile.skills], slots: [...profile.slots] };
  },
};
