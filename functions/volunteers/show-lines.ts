import { ageOn } from '../../shared/rules/ages.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { type ClassKey, classLabel } from '../../shared/rules/classes.ts';
import { activatedOf } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Tools } from '../platform/tools.ts';
import { consentOf, readPeople } from './people.ts';
import type { DirectoryLine } from './rows.ts';

/** A line of a directory, and the class whose directory it is. */
export interface PlacedLine<Of extends ClassKey = ClassKey> {
  readonly of: Of;
  readonly line: DirectoryLine;
}

/** Lines as lists show them: who still needs a guardian's consent, who has a PIN. A page of lines at most. */
export async function showLines(tools: Tools, district: string, lines: readonly PlacedLine[], now: number) {
  const vids = lines.map(({ line }) => line.vid);
  const today = shanghaiDay(now);
  const [people, activated, settings] = await Promise.all([
    readPeople(tools, district, vids),
    activatedOf(tools, district, vids),
    readSettings(tools, district, today),
  ]);
  return lines.map(({ of, line: { vid, name, number, birthDate } }, at) => {
    const label = classLabel(of, schoolYear(today));
    const consent = consentOf({ birthDate, consented: people[at]?.consented ?? false }, today, settings);
    const age = ageOn(birthDate, today);
    return { id: vid, name, number, class: label, age, consent, activated: activated[at] ?? false };
  });
}
