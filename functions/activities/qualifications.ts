/** What a person was trained for or can do, by name: also what another registration of the same person has brought. */
import { getAll } from '../platform/store/get-all.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Person, registrationsMergedInto } from '../volunteers/index.ts';
import { qualificationsAt, qualificationsOf } from './part-rows.ts';

export async function qualificationsOfPerson(tools: Tools, district: string, volunteer: string): Promise<string[]> {
  const registrations = [volunteer, ...(await registrationsMergedInto(tools, district, volunteer))];
  const items = await getAll(
    tools.store,
    registrations.map((id) => qualificationsAt(district, id)),
  );
  return [...new Set(items.flatMap(qualificationsOf))].sort();
}

/** The same for a story that has read the person and the person's own row: most people are registered once. */
export const qualificationsWith = (
  tools: Tools,
  district: string,
  { id, mergedFrom }: Person,
  own: Item | undefined,
): Promise<string[]> | string[] =>
  mergedFrom.length === 0 ? qualificationsOf(own) : qualificationsOfPerson(tools, district, id);
