import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { claimsOf, wishOf } from './rows.ts';

/** The wishes a person has claimed, the latest first, for the person's own download; of whoever wishes nothing. */
export async function claimsOfPerson(tools: Tools, district: string, person: string) {
  const claims = (await readAll(tools.store, claimsOf(district, person))).map(wishOf);
  return claims.map(({ item, yuan, state, thanks = [] }) => ({ item, yuan, state, thanks: [...thanks] }));
}
