/**
 * Check-ins and check-outs become a shift and its records, with the evidence they are. Returns writes: the shift's own,
 * while it does not exist yet, and one for each person.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readCalendar, readSettings } from '../district/index.ts';
import { iso } from '../platform/instant.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Person, readPeople } from '../volunteers/index.ts';
import { type Refusal, recordFor, refuse } from './admit.ts';
import { judgeTime } from './judge-time.ts';
import type { Attended } from './record-parts.ts';
import { headAt, recordAt, recordRow, type Shift, shiftRow } from './rows.ts';

export interface Attendance extends Attended {
  readonly volunteer: string;
  readonly grade: 'A' | 'B' | 'C';
}
type Service = Omit<Shift, 'ver' | 'deadline' | 'counts' | 'exceptions' | 'reasons' | 'asked' | 'listed' | 'photo'>;

/** @throws shift_not_ended, shift_too_old */
export async function planAttendance(
  tools: Tools,
  service: Service,
  attendances: readonly Attendance[],
  { by, now }: { readonly by: string; readonly now: number },
) {
  const { district, id } = service;
  const settings = await readSettings(tools, district, shanghaiDay(service.from), service.unit);
  const { deadline } = judgeTime(service, settings, await readCalendar(tools, district), now);
  const shift: Shift = { ...service, ver: 1, deadline, counts: {} };
  const [known] = await tools.store.get([headAt(district, id)]);
  const people = await readAnyPeople(tools, district, attendances);
  const records = new Map<string, Write>();
  const leftOut: Refusal[] = [];
  attendances.forEach(({ volunteer, grade, ...attended }, at) => {
    const person = people[at];
    const served = { volunteer, from: iso(attended.from), to: iso(attended.to) };
    const made = person
      ? recordFor(served, person, shift, { settings, grade }, { recordedBy: by, recordedAt: now })
      : 'person_not_eligible';
    if (typeof made === 'string') leftOut.push(refuse(volunteer, made));
    else {
      const put = recordRow({ ...made, attended });
      records.set(volunteer, { ...recordAt(district, id, volunteer), put, when: [['pk', 'absent']], or: 'lost_race' });
    }
  });
  const head: Write = { ...headAt(district, id), put: shiftRow(shift), when: [['pk', 'absent']], or: 'lost_race' };
  return { head: known ? undefined : head, records, leftOut };
}

const peopleAtOnce = 100;

async function readAnyPeople(tools: Tools, district: string, attendances: readonly Attendance[]) {
  const people: (Person | undefined)[] = [];
  for (let start = 0; start < attendances.length; start += peopleAtOnce) {
    const some = attendances.slice(start, start + peopleAtOnce).map(({ volunteer }) => volunteer);
    people.push(...(await readPeople(tools, district, some)));
  }
  return people;
}
