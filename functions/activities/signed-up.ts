import { iso } from '../platform/instant.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { partOf, partsOfVolunteer } from './part-rows.ts';

/** Every sign-up that is kept of a person, the latest first, for the person's own download. */
export async function signUpsOfPerson(tools: Tools, district: string, volunteer: string) {
  const parts = (await readAll(tools.store, partsOfVolunteer(district, volunteer))).map(partOf);
  return parts.map(({ name, place, from, to, state, at, inAt, outAt }) => ({
    ...{ name, place, state },
    from: iso(from),
    to: iso(to),
    since: iso(at),
    in: inAt && iso(inAt),
    out: outAt && iso(outAt),
  }));
}
