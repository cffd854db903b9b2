import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { recordOf, recordsOfVolunteer } from './rows.ts';
import { showRecord } from './show.ts';

/** All records of a person, the latest first, as the person's own pages show them. */
export async function recordsOfPerson(tools: Tools, district: string, volunteer: string) {
  const records = (await readAll(tools.store, recordsOfVolunteer(district, volunteer))).map(recordOf);
  return records.map((record) => ({ ...showRecord(record), name: record.name, place: record.place }));
}
