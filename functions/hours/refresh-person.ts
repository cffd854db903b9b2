/** What a person's word on publicity does to the lists that are up: each shift of theirs in publicity is made anew. */
import { isDeepStrictEqual } from 'node:util';
import { dayMs } from '../../shared/rules/durations.ts';
import type { Item } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { refreshShift } from './refresh-shift.ts';
import { recordOf, recordsSince } from './rows.ts';

/** Publicity lasts thirty working days at most. */
const lookBackMs = 120 * dayMs;

/** Whose consent a changed row of the volunteers' table gives or takes back. */
export function consentChanged(before: Item | undefined, after: Item | undefined) {
  if (!before || after?.sk !== 'V') return undefined;
  if (isDeepStrictEqual([before.consent, before.own], [after.consent, after.own])) return undefined;
  const [, district = '', , volunteer = ''] = after.pk.split('#');
  return { district, volunteer };
}

export async function refreshPerson(tools: Tools, district: string, volunteer: string, now: number): Promise<void> {
  const records = (await readAll(tools.store, recordsSince(district, volunteer, now - lookBackMs))).map(recordOf);
  const listed = records.filter(({ state, dueAt = 0 }) => state === 'published' && dueAt > now);
  for (const { shift } of listed) await refreshShift(tools, district, shift);
}
