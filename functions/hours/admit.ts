/** Who of those named may be recorded for a shift, and with what record. */
import { problems } from '../../shared/problems.ts';
import { ageOn, creditFor, isMinor } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { plannedPart, sessionCredit } from '../../shared/rules/credit.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf } from '../teams/index.ts';
import { isCovered, type Person, readPeople, stageOf } from '../volunteers/index.ts';
import type { NewRecord, ServiceRecord, Shift } from './rows.ts';

export interface Participant {
  readonly volunteer: string;
  readonly from?: string;
  readonly to?: string;
}
export interface Judged {
  readonly settings: Settings;
  readonly grade: 'C' | 'D';
  readonly deadline: string;
}
export interface Admission {
  readonly records: NewRecord[];
  readonly leftOut: Refusal[];
}
type Recorded = Pick<ServiceRecord, 'recordedBy' | 'recordedAt'>;

export async function admit(
  tools: Tools,
  shift: Shift,
  participants: readonly Participant[],
  judged: Judged,
  recorded: Recorded,
): Promise<Admission> {
  const volunteers = participants.map(({ volunteer }) => volunteer);
  const [people, members] = await Promise.all([
    readPeople(tools, shift.district, volunteers),
    membersOf(tools, shift.district, shift.team, volunteers),
  ]);
  const records: NewRecord[] = [];
  const leftOut: Refusal[] = [];
  participants.forEach((participant, row) => {
    const person = members[row] ? people[row] : undefined;
    const record = person ? recordFor(participant, person, shift, judged, recorded) : 'person_not_eligible';
    if (typeof record === 'string') leftOut.push(refuse(participant.volunteer, record));
    else records.push(record);
  });
  return { records, leftOut };
}

/** From this level on a service is for grown people only, and insured. */
export const riskLevelHigh = 2;

export function recordFor(
  participant: Participant,
  person: Person,
  shift: Shift,
  { settings, grade }: Pick<Judged, 'settings'> & Pick<ServiceRecord, 'grade'>,
  recorded: Recorded,
) {
  const day = shanghaiDay(shift.from);
  const age = ageOn(person.birthDate, day);
  const isGone = !person.active && (person.leftAt ?? 0) <= shift.from;
  if (isGone) return 'person_not_eligible';
  if (!isCovered(person, day, settings)) return 'consent_missing';
  if (creditFor(age, settings) === 'stamp' && !shift.accompanied) return 'child_not_accompanied';
  if ((shift.riskLevel ?? 0) >= riskLevelHigh && age < settings.risk_age_min) return 'too_young_for_risk';
  const served = {
    from: participant.from ? Date.parse(participant.from) : shift.from,
    to: participant.to ? Date.parse(participant.to) : shift.to,
  };
  const { preparationMinutes } = shift;
  const session = { served, planned: shift, isMakeUp: grade === 'D', preparationMinutes, settings };
  const { from, to } = plannedPart(session);
  if (from >= to) return 'time_outside_shift';
  const { id, district, unit, name, place, category } = shift;
  const stage = stageOf(person);
  const { minutes, lines } = sessionCredit({ ...session, age, stage });
  return {
    shift: id,
    volunteer: person.id,
    district,
    state: 'recorded',
    rev: 1,
    unit,
    name,
    place,
    category,
    from,
    to,
    grade,
    credit: creditFor(age, settings),
    minutes,
    computed: lines,
    stage,
    minor: isMinor(age),
    ...recorded,
  } satisfies NewRecord;
}

type Refused =
  | 'child_not_accompanied'
  | 'person_not_eligible'
  | 'consent_missing'
  | 'time_outside_shift'
  | 'too_young_for_risk';
export const refuse = (volunteer: string, code: Refused) => ({
  id: volunteer,
  outcome: code,
  title: problems[code].title,
});
export type Refusal = ReturnType<typeof refuse>;
