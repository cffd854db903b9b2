import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';

/** @throws not_found for a school that is not the asker's, and for a unit that is no school */
export function schoolInScope({ units, post }: Who, id: string): string {
  if (units.get(id)?.kind !== 'school' || !units.covers(post.unit, id)) throw new Problem('not_found');
  return id;
}
