/**
 * How many people a number is certainly about. Everybody falls into one of sixteen parts by a hash of the id; the parts
 * are sums like all others, so they add up over units and months and go down again, and nobody is named. As many parts
 * as are taken, so many people there are at least.
 */
import { createHash } from 'node:crypto';
import type { Sums } from './sums.ts';

const parts = 16;
const prefix = 'crowd';

const partOf = (person: string) => (createHash('sha256').update(person).digest()[0] ?? 0) % parts;

/** @param of what the person is counted for: a grade, a way of points, a kind of item */
export const crowdName = (of: string, person: string): string => `${prefix}#${of}#${partOf(person)}`;

/** A record counts by its grade and by whether it was approved in time. */
export const recordCrowd = (grade: string, isLate: boolean): string => `${grade}-${isLate ? 'late' : 'timely'}`;

/** How many people at least are behind what was counted under these. */
export function peopleIn(sums: Sums, of: readonly string[]): number {
  const taken = Object.keys(sums).flatMap((name) => {
    const [kind, counted = '', part] = name.split('#');
    return kind === prefix && of.includes(counted) ? [part] : [];
  });
  return new Set(taken).size;
}
