import { addDays, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { rulesAt, settingsOn } from '../district/index.ts';
import { iso } from '../platform/instant.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Attributes, Page } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeamsBelow } from '../teams/index.ts';
import { classLabel, isUnnamed, nameIn, type Person, readPeople } from '../volunteers/index.ts';
import { recordOf, recordsOf, type ServiceRecord, type Shift, shiftOf, shiftsOfTeam } from './rows.ts';

/** A record as lists of many name it: of whom it may be said, also the class and the student number. */
export interface ListedRecord {
  readonly record: ServiceRecord;
  readonly shift: Shift;
  readonly team: string;
  readonly name: string;
  readonly number: string;
  readonly class: string;
}
interface Period {
  /** Shanghai days, both included. */
  readonly from: string;
  readonly to: string;
}

const shiftsAtOnce = 50;
const readsAtOnce = 10;

/**
 * The records of services that began in a period, of all teams of a unit and below it: team by team, the first service
 * first, some shifts at a time. What an index shows of a shift decides nothing here.
 */
export async function* recordsBelow(tools: Tools, district: string, unit: string, { from, to }: Period, now: number) {
  const sk = { from: iso(startOfDay(from)), to: iso(startOfDay(addDays(to, 1))) };
  const [rules] = await tools.store.get([rulesAt(district)]);
  const naming: Naming = { district, today: shanghaiDay(now), settingsOf: (day) => settingsOn(rules, day) };
  for (const { id, name } of await readTeamsBelow(tools, district, unit)) {
    let after: Attributes | undefined;
    do {
      const list = { ...shiftsOfTeam(district, id), sk, descending: false };
      const page: Page = await tools.store.query({ ...list, limit: shiftsAtOnce, after });
      yield await listed(tools, naming, page.items.map(shiftOf), name);
      after = page.next;
    } while (after);
  }
}

interface Naming {
  readonly district: string;
  readonly today: string;
  settingsOf(day: string): Settings;
}

async function listed(tools: Tools, naming: Naming, shifts: readonly Shift[], team: string): Promise<ListedRecord[]> {
  const { district } = naming;
  const records = await sideBySide(readsAtOnce, shifts, async (shift) => {
    const items = await readAll(tools.store, recordsOf(district, shift.id));
    return items.map((item) => ({ shift, record: recordOf(item) }));
  });
  const all = records.flat();
  const ids = [...new Set(all.map(({ record }) => record.volunteer))];
  const people = new Map((await readPeople(tools, district, ids)).map((person) => [person?.id, person]));
  return all.map((one) => ({ ...one, team, ...named(naming, people.get(one.record.volunteer), one.shift) }));
}

function named({ today, settingsOf }: Naming, person: Person | undefined, shift: Shift) {
  const nobody = { name: '', number: '', class: '' };
  if (!person) return nobody;
  const settings = settingsOf(shanghaiDay(shift.from));
  const name = nameIn(person, today, settings);
  if (isUnnamed(person, today, settings)) return { ...nobody, name };
  return { name, number: person.number, class: classLabel(person, today) };
}
