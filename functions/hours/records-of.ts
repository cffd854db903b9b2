import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { registrationsMergedInto } from '../volunteers/index.ts';
import { recordOf, recordsOfVolunteer, type ServiceRecord } from './rows.ts';
import { showRecord } from './show.ts';

/** All records of a person, the latest first, as the person's own pages show them. */
export async function recordsOfPerson(tools: Tools, district: string, volunteer: string) {
  const own = (await readAll(tools.store, recordsOfVolunteer(district, volunteer))).map(recordOf);
  const records = [...own, ...(await mergedRecordsOf(tools, district, volunteer))];
  return records.map(showNamed);
}

export const showNamed = (record: ServiceRecord) => ({
  ...showRecord(record),
  name: record.name,
  place: record.place,
});

/** The records of other registrations that have been merged into the person's: the wallet counts them too. */
export async function mergedRecordsOf(tools: Tools, district: string, volunteer: string): Promise<ServiceRecord[]> {
  const merged = await registrationsMergedInto(tools, district, volunteer);
  const lists = await Promise.all(merged.map((id) => readAll(tools.store, recordsOfVolunteer(district, id))));
  return lists.flat().map(recordOf);
}
