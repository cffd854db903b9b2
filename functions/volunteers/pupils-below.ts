import type { Unit } from '../../shared/rules/units.ts';
import type { Tools } from '../platform/tools.ts';
import { readClasses } from './classes.ts';
import { readLines } from './list-volunteers.ts';
import { showLines } from './show-lines.ts';

/** Classes whose directories are opened together. */
const classesAtOnce = 5;

/**
 * Everybody on the roster of these units, class by class as the list of pupils shows them to whoever keeps the roster,
 * some classes at a time.
 */
export async function* pupilsBelow(tools: Tools, district: string, units: readonly Unit[], now: number) {
  for (const { id: school, kind } of units) {
    if (kind !== 'school' && kind !== 'community') continue;
    const classes = await readClasses(tools, district, school);
    for (let from = 0; from < classes.length; from += classesAtOnce) {
      const lines = await readLines(tools, district, classes.slice(from, from + classesAtOnce));
      const shown = await showLines(tools, district, lines, now);
      yield shown.map((pupil) => ({ ...pupil, school }));
    }
  }
}
