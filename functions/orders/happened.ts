/**
 * What a changed order means to whoever asked for it, to the desk, to teams and to those who go: recognised by the row
 * as it was and is. Somebody without an account is told by whoever noted the order down, who is told instead.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Addressee, Happening, NoticeFacts, NoticeKind } from '../../shared/rules/notice-kinds.ts';
import { iso } from '../platform/instant.ts';
import type { Item } from '../platform/store/port.ts';
import { isOrder, type Order, orderOf } from './rows.ts';

interface Moved {
  readonly was?: Order;
  readonly is: Order;
  /** Whether a step was taken; else only who goes, or who is asked, changed. */
  readonly isStep: boolean;
}
type Said = readonly [kind: NoticeKind, to: Addressee];

export function orderHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!after || !isOrder(after)) return [];
  const [was, is] = [before && orderOf(before), orderOf(after)];
  const isStep = is.steps.length > (was?.steps.length ?? 0);
  const at = isStep ? is.steps.at(-1)?.at : is.assignedAt;
  if (at === undefined) return [];
  const moved = { was, is, isStep };
  const { district, id, rev } = is;
  const said = [...toAsker(moved), ...toDesk(moved), ...toTeams(moved), ...toVisitors(moved)];
  return said.map(([kind, to]) => ({ kind, district, thing: `${id}#${rev}`, at, to, facts: factsOf(is) }));
}

export const factsOf = ({ id, from, dueAt }: Order): NoticeFacts => ({
  order: id,
  day: shanghaiDay(from),
  from: iso(from),
  ...(dueAt !== undefined && { until: iso(dueAt) }),
});

export const askerOf = ({ resident, placedBy }: Order): Addressee => ({ account: resident ?? placedBy });

function toAsker(moved: Moved): Said[] {
  const kind = kindForAsker(moved);
  return kind ? [[kind, askerOf(moved.is)]] : [];
}

function kindForAsker({ was, is, isStep }: Moved): NoticeKind | undefined {
  if (!was) return is.resident === undefined ? undefined : 'order_received';
  if (!isStep) return was.members.length === 0 && is.members.length > 0 ? 'order_visitors_named' : undefined;
  switch (is.state) {
    case 'offered':
    case 'open':
      if (was.state === 'accepted') return 'order_handed_back';
      return was.state === 'placed' || was.state === 'with_desk' ? 'order_offered' : undefined;
    case 'accepted':
      return was.state === 'accepted' ? 'order_time_changed' : 'order_accepted';
    case 'serving':
      return 'order_started';
    case 'done':
      return 'order_finished';
    case 'turned_down':
    case 'closed':
    case 'cancelled':
      return `order_${is.state}`;
    default:
      return undefined;
  }
}

/** What waits for the community, or went wrong. */
function toDesk({ was, is, isStep }: Moved): Said[] {
  const desk: Addressee = { decidersOf: is.unit };
  if (!was) return [['order_to_triage', desk]];
  if (!isStep) return [];
  if (is.state === 'with_desk') return [['order_unclaimed', desk]];
  if (is.state === 'rated' && is.callBack) return [['order_to_call_back', desk]];
  const isGivenBack = was.state === 'accepted' && is.team === undefined && is.steps.at(-1)?.by === 'leader';
  return isGivenBack ? [['order_handed_back', desk]] : [];
}

function toTeams({ was, is, isStep }: Moved): Said[] {
  const asked = is.offers.filter((team) => !was?.offers.includes(team));
  const offered = asked.map((leadersOf): Said => ['team_order_offered', { leadersOf }]);
  if (!isStep) return offered;
  const isOpened = is.state === 'open' && was?.state !== 'open';
  const opened: Said[] = isOpened ? [['team_order_open', { takersOf: is.id }]] : [];
  return [...offered, ...opened, ...(was?.team === undefined ? [] : toTeam(was.team, was, is))];
}

/** What others change for a team that has the order. */
function toTeam(team: string, was: Order, is: Order): Said[] {
  const isGone = is.state === 'cancelled' || (is.team !== team && is.steps.at(-1)?.by !== 'leader');
  if (isGone) return [['team_order_gone', { leadersOf: team }]];
  return isRetimed(was, is) ? [['order_time_changed', { leadersOf: team }]] : [];
}

const isRetimed = (was: Order, is: Order) => was.from !== is.from || was.to !== is.to;

function toVisitors({ was, is }: Moved): Said[] {
  const before = was?.members ?? [];
  const come = is.members.filter((volunteer) => !before.includes(volunteer));
  const gone = before.filter((volunteer) => !is.members.includes(volunteer));
  const stay = was && isRetimed(was, is) ? is.members.filter((volunteer) => before.includes(volunteer)) : [];
  const say = (kind: NoticeKind, volunteers: readonly string[]) =>
    volunteers.map((volunteer): Said => [kind, { volunteer }]);
  return [...say('visit_assigned', come), ...say('visit_off', gone), ...say('visit_time_changed', stay)];
}
