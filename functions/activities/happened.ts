/** What a changed row of a shift means to the person it is about and the guardians: a part in it, or a lent right. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Happening, NoticeFacts, NoticeKind } from '../../shared/rules/notice-kinds.ts';
import { iso } from '../platform/instant.ts';
import type { Item } from '../platform/store/port.ts';
import { type Participation, partOf } from './part-rows.ts';
import { type ActivityShift, shiftOf } from './rows.ts';

const kinds: Readonly<Partial<Record<Participation['state'], NoticeKind>>> = {
  signed: 'activity_signed',
  waiting: 'activity_waiting',
  offered: 'activity_offered',
  lapsed: 'activity_lapsed',
  declined: 'activity_lapsed',
  cancelled: 'activity_withdrawn',
  freed: 'activity_called_off',
  in: 'activity_checked_in',
  out: 'activity_checked_out',
  absent: 'activity_absent',
};
/** What was only taken back by mistake is nobody's news. */
const undone = (was: Participation | undefined, is: Participation) =>
  is.reason === 'took_back' ||
  is.reason === 'merged' ||
  (is.state === 'signed' && (was?.state === 'in' || was?.state === 'out'));

export function activityHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (after?.sk === 'HEAD' && after.helper && after.helper !== before?.helper) return [lent(shiftOf(after))];
  if (!after?.sk.startsWith('P#')) return [];
  const is = partOf(after);
  const was = before && partOf(before);
  if (undone(was, is)) return [];
  const isMoved = was !== undefined && was.state === is.state && (was.from !== is.from || was.place !== is.place);
  const isLeft = is.state === 'freed' && is.reason === 'left';
  const next = isLeft ? 'activity_withdrawn' : kinds[is.state];
  const kind = isMoved ? 'activity_moved' : was?.state === is.state ? undefined : next;
  if (!kind) return [];
  const { district, shift, volunteer, rev, at } = is;
  return [{ kind, district, thing: `${shift}#${rev}`, at, to: { volunteer }, facts: factsOf(is) }];
}

const lent = ({ district, id, helper = '', helperAt = 0, from }: ActivityShift): Happening => ({
  kind: 'activity_right_lent',
  district,
  thing: `${id}#${helper}`,
  at: helperAt,
  to: { volunteer: helper },
  facts: { activity: id, day: shanghaiDay(from), from: iso(from) },
});

const factsOf = ({ shift, from, offerUntil, inAt, outAt, state }: Participation): NoticeFacts => ({
  activity: shift,
  day: shanghaiDay(from),
  from: iso(from),
  ...(offerUntil !== undefined && { until: iso(offerUntil) }),
  ...(state === 'in' && inAt !== undefined && { time: iso(inAt) }),
  ...(state === 'out' && outAt !== undefined && { time: iso(outAt) }),
});
