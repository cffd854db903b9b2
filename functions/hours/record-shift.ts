/**
 * A leader records a shift of the team and who took part. Those who may not be recorded are left out and named with the
 * reason; the others' records and the shift come into being together.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { problems } from '../../shared/problems.ts';
import { ageOn, creditFor, isMinor } from '../../shared/rules/ages.ts';
import { addDays, shanghaiDay, workingDaysAfter } from '../../shared/rules/calendar.ts';
import { creditedMinutes } from '../../shared/rules/minutes.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf, readTeam } from '../teams/index.ts';
import { consentOf, type Person, readPeople, stageOf } from '../volunteers/index.ts';
import {
  headAt,
  recordAt,
  recordOf,
  recordRow,
  recordsOf,
  type ServiceRecord,
  type Shift,
  shiftOf,
  shiftRow,
} from './rows.ts';
import { showShift } from './show.ts';

type Route = (typeof hours)['POST /api/shifts'];
type LeftOut = Answer<Route>['leftOut'];
type Participant = Ask<Route>['body']['participants'][number];

/** Lingering past the planned end is not service; half an hour of it may be. */
const overrunMs = 30 * 60_000;

export const recordShift: GuardedStory<Route> = {
  async plan(ask, tools) {
    const { who, body, now } = ask;
    const team = await readTeam(tools, who.district, who.post.scope);
    if (!team) throw new Error('A leader’s team is gone');
    const times = { from: Date.parse(body.from), to: Date.parse(body.to) };
    const context = await judgeTime(ask, tools, times);
    const { name, place, content, category, risk, contact } = body;
    const shift: Shift = {
      id: tools.newId(now),
      district: who.district,
      ver: 1,
      team: team.id,
      unit: team.unit,
      name,
      place,
      content,
      category,
      risk,
      contact,
      ...times,
      deadline: context.deadline,
      counts: {},
    };
    const { records, leftOut } = await admit(ask, tools, shift, context);
    if (records.length === 0) throw new Problem('nobody_admissible', { detail: reasons(leftOut) });
    const head = { ...shift, counts: { recorded: records.length } };
    const writes: Write[] = [
      { ...headAt(shift.district, shift.id), put: shiftRow(head) },
      ...records.map(
        (record): Write => ({ ...recordAt(shift.district, shift.id, record.volunteer), put: recordRow(record) }),
      ),
    ];
    return { result: shift.id, writes, answer: { shift: showShift(head), leftOut } };
  },
  async show({ who, body }, tools, result) {
    const [head] = await tools.store.get([headAt(who.district, result)]);
    if (!head) throw new Error('A recorded shift is gone');
    const records = (await readAll(tools.store, recordsOf(who.district, result))).map(recordOf);
    const recorded = new Set(records.map((record) => record.volunteer));
    const leftOut = body.participants.filter(({ volunteer }) => !recorded.has(volunteer));
    return {
      shift: showShift(shiftOf(head)),
      leftOut: leftOut.map(({ volunteer }) => refuse(volunteer, 'person_not_eligible')),
    };
  },
};

interface Judged {
  readonly settings: Settings;
  readonly grade: 'C' | 'D';
  readonly deadline: string;
}

/** Entered within the working days allowed it is grade C, later it is make-up of grade D, and at last too late. */
async function judgeTime(
  { who, now }: Ask<Route>,
  tools: Tools,
  { from, to }: { from: number; to: number },
): Promise<Judged> {
  if (to > now) throw new Problem('shift_not_ended');
  const day = shanghaiDay(from);
  const settings = await readSettings(tools, who.district, day);
  if (shanghaiDay(now) > addDays(shanghaiDay(to), settings.record_days_max)) throw new Problem('shift_too_old');
  const calendar = await readCalendar(tools, who.district);
  const recordedBy = workingDaysAfter(to, settings.record_days_late, calendar).dueAt;
  const approvedBy = workingDaysAfter(to, settings.record_days_late + settings.approval_days, calendar).dueAt;
  return { settings, grade: now < recordedBy ? 'C' : 'D', deadline: shanghaiDay(approvedBy - 1) };
}

async function admit({ who, body, now }: Ask<Route>, tools: Tools, shift: Shift, judged: Judged) {
  const volunteers = body.participants.map(({ volunteer }) => volunteer);
  const [people, members] = await Promise.all([
    readPeople(tools, who.district, volunteers),
    membersOf(tools, who.district, shift.team, volunteers),
  ]);
  const records: ServiceRecord[] = [];
  const leftOut: LeftOut = [];
  body.participants.forEach((participant, row) => {
    const person = members[row] ? people[row] : undefined;
    const record = person
      ? recordFor(participant, person, shift, judged, { recordedBy: who.person, recordedAt: now })
      : 'person_not_eligible';
    if (typeof record === 'string') leftOut.push(refuse(participant.volunteer, record));
    else records.push(record);
  });
  return { records, leftOut };
}

function recordFor(
  participant: Participant,
  person: Person,
  shift: Shift,
  { settings, grade }: Judged,
  recorded: Pick<ServiceRecord, 'recordedBy' | 'recordedAt'>,
) {
  const day = shanghaiDay(shift.from);
  const age = ageOn(person.birthDate, day);
  if (!person.active) return 'person_not_eligible';
  if (consentOf(person, day, settings) === 'missing') return 'consent_missing';
  const from = Math.max(participant.from ? Date.parse(participant.from) : shift.from, shift.from);
  const to = Math.min(participant.to ? Date.parse(participant.to) : shift.to, shift.to + overrunMs);
  if (from >= to) return 'time_outside_shift';
  const credit = creditFor(age, settings);
  const { id, district, unit, name, place } = shift;
  const minutes = credit === 'stamp' ? 0 : creditedMinutes({ from, to, settings });
  return {
    shift: id,
    volunteer: person.id,
    district,
    state: 'recorded',
    rev: 1,
    unit,
    name,
    place,
    from,
    to,
    grade,
    credit,
    minutes,
    stage: stageOf(person),
    minor: isMinor(age),
    ...recorded,
  } satisfies ServiceRecord;
}

type Refused = 'person_not_eligible' | 'consent_missing' | 'time_outside_shift';
const refuse = (volunteer: string, code: Refused) => ({ id: volunteer, outcome: code, title: problems[code].title });
const reasons = (leftOut: LeftOut) => [...new Set(leftOut.map(({ title }) => title))].join('；');
