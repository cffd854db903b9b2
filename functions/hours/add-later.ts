/**
 * Adds to a shift whom it left out for want of a consent, once the consent has come: within the district's days, with
 * the evidence grade of the day the shift was entered. A repeat adds nobody twice.
 */
import type { lateRecords } from '../../shared/contracts/late-records.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { problems } from '../../shared/problems.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { Who } from '../platform/identity/who.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { classLabel, consentOf, isCovered, type Person, readPeople } from '../volunteers/index.ts';
import { admit } from './admit.ts';
import { addedWrite, type LateNote, lateNoteOf, lateNotesOf } from './late-rows.ts';
import { readShift } from './read-shift.ts';
import { recordAt, recordRow, type Shift } from './rows.ts';

type ListRoute = (typeof lateRecords)['GET /api/shifts/{shift}/late-records'];
type AddRoute = (typeof lateRecords)['POST /api/shifts/{shift}/late-records'];

export async function listLate({ who, params, now }: Ask<ListRoute>, tools: Tools): Promise<Answer<ListRoute>> {
  const shift = await readShift(tools, who, params.shift);
  const { notes, people, settings } = await readLate(tools, who, shift);
  const today = shanghaiDay(now);
  const items = notes.flatMap((note, at) => {
    const person = people[at];
    if (!person) return [];
    const { id: volunteer, name, number } = person;
    return [
      {
        volunteer,
        name,
        number,
        class: classLabel(person, today),
        consent: consentOf(person, today, settings),
        until: new Date(lastMoment(note, settings)).toISOString(),
        state: stateOf(note, isCovered(person, today, settings), settings, now),
      },
    ];
  });
  return { items };
}

export async function addLate({ who, params, body, now }: Ask<AddRoute>, tools: Tools): Promise<Answer<AddRoute>> {
  const shift = await readShift(tools, who, params.shift);
  const { notes, people, settings } = await readLate(tools, who, shift);
  const today = shanghaiDay(now);
  const states = notes.map((note, at) => {
    const person = people[at];
    return stateOf(note, person !== undefined && isCovered(person, today, settings), settings, now);
  });
  const chosen = body.volunteers ?? notes.filter((_, at) => states[at] === 'ready').map(({ volunteer }) => volunteer);
  const items: Answer<AddRoute>['items'] = [];
  for (const volunteer of new Set(chosen)) {
    const at = notes.findIndex((note) => note.volunteer === volunteer);
    const [note, state] = [notes[at], states[at]];
    items.push(refusal(volunteer, state) ?? (await add(tools, who, shift, note as LateNote, settings, now)));
  }
  return { items };
}

async function readLate(tools: Tools, { district }: Who, shift: Shift) {
  const [items, settings] = await Promise.all([
    readAll(tools.store, lateNotesOf(district, shift.id)),
    readSettings(tools, district, shanghaiDay(shift.from), shift.unit),
  ]);
  const notes = items.map(lateNoteOf);
  const volunteers = notes.map(({ volunteer }) => volunteer);
  const people: (Person | undefined)[] = notes.length === 0 ? [] : await readPeople(tools, district, volunteers);
  return { notes, people, settings };
}

const lastMoment = ({ recordedAt }: LateNote, settings: Settings) => recordedAt + settings.late_consent_days * dayMs;

type LateState = Answer<ListRoute>['items'][number]['state'];
function stateOf(note: LateNote, isReady: boolean, settings: Settings, now: number): LateState {
  if (note.addedAt !== undefined) return 'added';
  if (now > lastMoment(note, settings)) return 'expired';
  return isReady ? 'ready' : 'waiting';
}

type Row = Answer<AddRoute>['items'][number];
const row = (id: string, outcome: 'not_found' | 'shift_too_old' | 'consent_missing'): Row => ({
  id,
  outcome,
  title: problems[outcome].title,
});

function refusal(volunteer: string, state: LateState | undefined): Row | undefined {
  if (state === undefined) return row(volunteer, 'not_found');
  if (state === 'added') return { id: volunteer, outcome: 'done' };
  if (state === 'expired') return row(volunteer, 'shift_too_old');
  return state === 'waiting' ? row(volunteer, 'consent_missing') : undefined;
}

async function add(
  tools: Tools,
  { district, person: by }: Who,
  shift: Shift,
  note: LateNote,
  settings: Settings,
  now: number,
): Promise<Row> {
  const { volunteer, grade, recordedBy, recordedAt } = note;
  const judged = { settings, grade, deadline: shift.deadline };
  const { records, leftOut } = await admit(tools, shift, [note], judged, { recordedBy, recordedAt });
  const [record] = records;
  if (!record) return leftOut[0] ?? row(volunteer, 'not_found');
  // Whoever was quicker has done the same.
  await tools.store.transact(`LATE#${shift.id}#${volunteer}`, [
    addedWrite(district, shift.id, volunteer, by, now),
    { ...recordAt(district, shift.id, volunteer), put: recordRow(record), when: [['pk', 'absent']], or: 'lost_race' },
  ]);
  return { id: volunteer, outcome: 'done' };
}
