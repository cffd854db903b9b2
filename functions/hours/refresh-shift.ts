/**
 * What follows from a shift's records: its counts, its place in the approval queue and the public list. Recomputed as a
 * whole from the rows whenever one of them changed, so that running it twice or out of order does no harm.
 */
import { ageOn } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { maySpeak } from '../../shared/rules/consent.ts';
import { exceptionsOf } from '../../shared/rules/exceptions.ts';
import { maskName } from '../../shared/rules/masking.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readSettings } from '../district/index.ts';
import { Busy, type Item, type Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, covers, type Person, readPeople } from '../volunteers/index.ts';
import { personRef } from './publicity-link.ts';
import {
  headAt,
  publicityAt,
  queueKeys,
  recordOf,
  recordsOf,
  type ServiceRecord,
  type Shift,
  shiftOf,
  version,
} from './rows.ts';
import { isAsked } from './standing.ts';
import { monthOfShift, noteShift, shiftSums, teamMonthAt, teamMonthOf } from './team-month.ts';
import { watchShift } from './watch.ts';

const attemptsMax = 12;

/** The shift a changed Service item belongs to, if it is a record. */
export function shiftToRefresh(image: Item): { district: string; shift: string } | undefined {
  if (!image.sk.startsWith('P#')) return undefined;
  const { district, shift } = recordOf(image);
  return { district, shift };
}

export async function refreshShift(tools: Tools, district: string, id: string): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([headAt(district, id)]);
    if (!item) return;
    const shift = shiftOf(item);
    const records = (await readAll(tools.store, recordsOf(district, id))).map(recordOf);
    const [month] = await tools.store.get([teamMonthAt(district, shift.team, monthOfShift(shift))]);
    const writes = [
      headWrite(shift, records),
      ...(await publicityWrites(tools, shift, records)),
      ...noteShift(shift, teamMonthOf(month), shiftSums(records)),
    ];
    const outcome = await tools.store.transact(`refresh#${id}#${shift.ver}`, writes);
    if (outcome.done) return watchShift(tools, shift, records, await settingsOf(tools, shift));
  }
  throw new Busy('A shift changed under every attempt to refresh it');
}

const settingsOf = (tools: Tools, { district, from, unit }: Shift) =>
  readSettings(tools, district, shanghaiDay(from), unit);

function headWrite(shift: Shift, records: readonly ServiceRecord[]): Write {
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  const waiting = records.filter(({ state }) => state === 'confirmed');
  const queued = waiting.length > 0;
  const exceptions = exceptionsOf(shift, waiting);
  const sentBack = records.filter(({ state }) => state === 'sent_back');
  const reasons = [...new Set(sentBack.flatMap(({ reason = [] }) => reason))];
  const listed = dueTimesOf(records);
  const asked = records.filter(isAsked).length;
  return {
    ...headAt(shift.district, shift.id),
    update: {
      set: { counts, exceptions, reasons, listed, asked, ver: shift.ver + 1, ...(queued ? queueKeys(shift) : {}) },
      remove: queued ? [] : ['byQueuePk', 'byQueueSk'],
    },
    when: [['ver', '=', shift.ver]],
    or: 'lost_race',
  };
}

const isPublished = ({ state }: ServiceRecord) => state === 'published' || state === 'final' || state === 'corrected';
const dueTimesOf = (records: readonly ServiceRecord[]) => [
  ...new Set(records.filter(isPublished).map(({ dueAt = 0 }) => dueAt)),
];

/** One public list for each day of finality among the shift's records; one that lost its last record is emptied. */
async function publicityWrites(tools: Tools, shift: Shift, records: readonly ServiceRecord[]): Promise<Write[]> {
  const published = records.filter(isPublished);
  const dueTimes = new Set([...dueTimesOf(records), ...(shift.listed ?? [])]);
  const settings = await settingsOf(tools, shift);
  return Promise.all(
    [...dueTimes].map(async (dueAt): Promise<Write> => {
      const rows = published.filter((record) => record.dueAt === dueAt);
      const volunteers = rows.map(({ volunteer }) => volunteer);
      const people = rows.length === 0 ? [] : await readPeople(tools, shift.district, volunteers);
      const refOf = (volunteer: string) => personRef(tools, shift.id, volunteer);
      const list = maskedList(rows, people, { day: shanghaiDay(shift.from), settings, refOf });
      const { id, name, place, from } = shift;
      const put = { v: version, shift: id, name, place, day: shanghaiDay(from), until: dueAt, ...list };
      return { ...publicityAt(shift.district, shift.unit, dueAt, id), put };
    }),
  );
}

/**
 * Names are masked. Whoever is under the age of consent, or whose consent leaves publicity out or was taken back, is
 * only counted with the class.
 */
function maskedList(
  rows: readonly ServiceRecord[],
  people: readonly (Person | undefined)[],
  { day, settings, refOf }: { day: string; settings: Settings; refOf: (volunteer: string) => string },
) {
  const named: { name: string; class: string; minutes: number; ref: string }[] = [];
  const counted = new Map<string, { class: string; people: number; minutes: number }>();
  rows.forEach(({ minutes, volunteer }, row) => {
    const person = people[row];
    if (!person) return;
    const label = classLabel(person, day);
    if (maySpeak(ageOn(person.birthDate, day), settings) && covers(person, 'publicity', day, settings)) {
      named.push({ name: maskName(person.name), class: label, minutes, ref: refOf(volunteer) });
      return;
    }
    const sum = counted.get(label) ?? { class: label, people: 0, minutes: 0 };
    counted.set(label, { class: label, people: sum.people + 1, minutes: sum.minutes + minutes });
  });
  return { people: named, classes: [...counted.values()] };
}
