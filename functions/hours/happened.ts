/** What a changed record means to the people it is about: recognised by the row as it was and is. */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { hourMs } from '../../shared/rules/durations.ts';
import type { Addressee, Happening, NoticeFacts, NoticeKind } from '../../shared/rules/notice-kinds.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { approvalsOf, headAt, recordOf, type ServiceRecord, shiftOf } from './rows.ts';
import { isAsked, waitOf } from './standing.ts';

export function recordHappenings(before: Item | undefined, after: Item | undefined): Happening[] {
  if (!before || !after?.sk.startsWith('P#')) return [];
  const [was, is] = [recordOf(before), recordOf(after)];
  return [...movedOn(was, is), ...objectedTo(was, is), ...askedAbout(was, is), ...correctedOf(was, is)];
}

interface Said {
  readonly kind: NoticeKind;
  readonly at: number | undefined;
  readonly facts?: NoticeFacts;
}

function movedOn(was: ServiceRecord, is: ServiceRecord): Happening[] {
  if (was.state === is.state && was.rev === is.rev) return [];
  const said = saidOf(was, is);
  if (said?.at === undefined) return [];
  const { kind, at } = said;
  const { district, shift, volunteer, rev } = is;
  const facts = { shift, day: shanghaiDay(is.from), ...said.facts };
  const own: Happening = { kind, district, thing: `${shift}#${rev}`, at, to: { volunteer }, facts };
  if (is.state !== 'sent_back') return [own];
  return [own, { kind: 'shift_sent_back', district, thing: shift, at, to: { leadersOfShift: shift }, facts }];
}

function saidOf(was: ServiceRecord, is: ServiceRecord): Said | undefined {
  const { minutes, points = 0, objection, correction } = is;
  switch (is.state) {
    case 'confirmed':
      // An approval that was taken back brings nothing new.
      return was.state === 'published'
        ? undefined
        : { kind: 'record_confirmed', at: is.confirmedAt, facts: { minutes } };
    case 'sent_back':
      return { kind: was.state === 'objected' ? 'objection_returned' : 'record_sent_back', at: is.sentBackAt };
    case 'published':
      if (was.state === 'objected') return { kind: 'objection_dismissed', at: objection?.decidedAt };
      return {
        kind: 'record_published',
        at: is.approvedAt,
        facts: { minutes, until: shanghaiDay((is.dueAt ?? 0) - 1) },
      };
    case 'final':
      return { kind: 'record_final', at: is.finalAt, facts: { minutes, points } };
    case 'objected':
      return { kind: 'record_objected', at: objection?.at };
    case 'rejected':
      return { kind: 'objection_upheld', at: objection?.decidedAt };
    case 'corrected':
      return { kind: 'record_corrected', at: correction?.at, facts: correctedFacts(is) };
    default:
      return undefined;
  }
}

const correctedFacts = ({ minutes, points = 0, correction }: ServiceRecord): NoticeFacts => ({
  minutes,
  minutesBefore: correction?.minutesBefore ?? minutes,
  points,
  pointsBefore: correction?.pointsBefore ?? points,
});

/**
 * A correction is told to the other side, too: to the team's leaders and to whoever entered the record, of whom one is
 * often the other. The two who proposed and decided it know, by their own message or by themselves.
 */
function correctedOf(was: ServiceRecord, is: ServiceRecord): Happening[] {
  const { district, shift, volunteer, rev, recordedBy, correction } = is;
  if (is.state !== 'corrected' || !correction || was.rev === rev) return [];
  const facts = { shift, day: shanghaiDay(is.from), ...correctedFacts(is) };
  const except = [correction.proposedBy, correction.by];
  const told: Addressee[] = [{ leadersOfShift: shift, except }];
  if (!except.includes(recordedBy)) told.push({ account: recordedBy });
  const happening = { kind: 'team_record_corrected', district, thing: `${shift}#${volunteer}#${rev}` } as const;
  return told.map((to) => ({ ...happening, at: correction.at, to, facts }));
}

/** Whoever may decide is told of each objection; whoever confirmed the record may not. */
function objectedTo(was: ServiceRecord, is: ServiceRecord): Happening[] {
  const { district, shift, volunteer, unit, rev, state, objection, confirmedBy: except } = is;
  if (state !== 'objected' || !objection || was.rev === rev) return [];
  const facts = { shift, day: shanghaiDay(is.from), unit };
  const thing = `${shift}#${volunteer}#${rev}`;
  return [
    { decidersOf: unit, except },
    { approversOf: unit, except },
  ].map((to): Happening => ({ kind: 'objection_to_decide', district, thing, at: objection.at, to, facts }));
}

/** However many of a shift ask within an hour, those who are asked are told once. */
function askedAbout(was: ServiceRecord, is: ServiceRecord): Happening[] {
  if (!is.asked || !isAsked(is) || was.asked?.rev === is.asked.rev) return [];
  const { district, shift, unit } = is;
  const isLeaders = waitOf(is)?.for === 'leader';
  const at = is.asked.at - (is.asked.at % hourMs);
  const to = isLeaders ? { leadersOfShift: shift } : { approversOf: unit };
  const facts = { shift, day: shanghaiDay(is.from), waitsFor: isLeaders ? 'leader' : 'approver' };
  return [{ kind: 'record_asked', district, thing: shift, at, to, facts }];
}

/** The unit whose queue of approvals a shift has just come into. */
export function queueGrown(before: Item | undefined, after: Item | undefined) {
  if (after?.sk !== 'HEAD' || after.byQueueSk === undefined || before?.byQueueSk !== undefined) return undefined;
  const { district, unit } = shiftOf(after);
  return { district, unit };
}

/** How many shifts wait for a unit's approval, counted up to a hundred. */
export async function countWaiting(tools: Tools, district: string, unit: string): Promise<number> {
  const { items } = await tools.store.query({ ...approvalsOf(district, unit), limit: 100 });
  return items.length;
}

/** The team a shift belongs to, and its unit. */
export async function placeOfShift(tools: Tools, district: string, shift: string) {
  const [item] = await tools.store.get([headAt(district, shift)]);
  if (!item) return undefined;
  const { team, unit } = shiftOf(item);
  return { team, unit };
}
