/**
 * What a changed wish means to whoever claimed it, to the community and to a resident who sent it: recognised by the
 * row as it was and is. Nobody learns who wishes, or who gives.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import {
  type Addressee,
  endingReminderDays,
  type Happening,
  type NoticeFacts,
  type NoticeKind,
} from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { findWish } from './read-wish.ts';
import { type Claimer, isWish, type Wish, wishOf } from './rows.ts';

type Said = readonly [kind: NoticeKind, to: Addressee | undefined];

export function wishHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!after || !isWish(after)) return [];
  const is = wishOf(after);
  const { district, id, rev, movedAt: at = is.collectedAt } = is;
  const said = saidOf(before && wishOf(before), is);
  return said.flatMap(([kind, to]) =>
    to ? [{ kind, district, thing: `${id}#${rev}`, at, to, facts: factsOf(is) }] : [],
  );
}

const factsOf = ({ id, dueAt }: Wish): NoticeFacts => ({
  wish: id,
  ...(dueAt !== undefined && { until: shanghaiDay(dueAt) }),
});

/** A company is told by the community that claimed for it. */
function inboxOf(claimer: Claimer | undefined): Addressee | undefined {
  if (claimer?.kind === 'team') return { leadersOf: claimer.id };
  return claimer?.kind === 'person' ? { account: claimer.id } : undefined;
}

function saidOf(was: Wish | undefined, is: Wish): Said[] {
  const desk: Addressee = { decidersOf: is.unit };
  const resident = is.resident === undefined ? undefined : { account: is.resident };
  if (!was) return resident ? [['wish_to_moderate', desk]] : [];
  if (was.state === is.state) {
    if (was.thanks === undefined && is.thanks) return [['wish_thanked', inboxOf(is.claimer)]];
    return was.shift === undefined && is.shift !== undefined ? [['wish_delivered', desk]] : [];
  }
  const ended: Said[] = is.claimer ? [] : [['wish_claim_ended', inboxOf(was.claimer)]];
  switch (is.state) {
    case 'listed':
      return was.state === 'collected' ? [['wish_listed', resident]] : ended;
    case 'turned_down':
      return [['wish_turned_down', resident]];
    case 'claimed':
      return [
        ['wish_claimed', resident],
        ['wish_claimed', desk],
      ];
    case 'received':
      return [['wish_received', inboxOf(is.claimer)]];
    case 'granted':
      return [
        ['wish_granted', inboxOf(is.claimer)],
        ['wish_granted', resident],
        ['wish_to_thank', desk],
      ];
    case 'in_review':
      return [...ended, ['wish_to_review', desk]];
    case 'withdrawn':
      return is.withdrawnBy === is.resident ? ended : [...ended, ['wish_withdrawn', resident]];
    default:
      return [];
  }
}

/** A wish whose lock has begun. */
export function claimClockChanged(before: Item | undefined, after: Item | undefined) {
  if (!after || !isWish(after) || before?.dueAt === after.dueAt) return undefined;
  const { district, id, state } = wishOf(after);
  return state === 'claimed' ? { district, id } : undefined;
}

/** Whoever claimed a wish is told a while before the lock ends. */
export async function claimReminders(tools: Tools, district: string, id: string): Promise<Happening[]> {
  const wish = await findWish(tools, district, id);
  const to = inboxOf(wish?.claimer);
  if (wish?.state !== 'claimed' || wish.dueAt === undefined || !to) return [];
  const at = wish.dueAt - endingReminderDays * dayMs;
  if (at <= (wish.movedAt ?? 0)) return [];
  return [{ kind: 'wish_claim_ending', district, thing: `${id}#${wish.rev}`, at, to, facts: factsOf(wish) }];
}
