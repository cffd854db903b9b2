import { ageOn } from '../../shared/rules/ages.ts';
import { schoolYear, shanghaiDay } from '../../shared/rules/calendar.ts';
import { classLabel, type GroupKey } from '../../shared/rules/classes.ts';
import type { ConsentState } from '../../shared/rules/consent.ts';
import { activatedOf } from '../access/index.ts';
import { readSettings } from '../district/index.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { consentOf, readPeople } from './people.ts';
import type { DirectoryLine } from './rows.ts';

/** A line of a directory, and the class whose directory it is. */
export interface PlacedLine<Of extends GroupKey = GroupKey> {
  readonly of: Of;
  readonly line: DirectoryLine;
}

/** Whether somebody keeps the roster and asks for consents: all others see whom a consent covers, and no one else. */
const keepsRoster = ({ post }: Who) => post.role === 'unit_admin' || post.role === 'district_admin';
/** What lists leave out of a page for those who do not keep the roster. */
export const isListed = (who: Who, { consent }: { consent: ConsentState }) =>
  keepsRoster(who) || consent === 'given' || consent === 'not_needed';

/** Lines as lists show them: who still needs a guardian's consent, who has a PIN. A page of lines, or some classes. */
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
    const consent = consentOf({ birthDate, said: people[at]?.said ?? {} }, today, settings);
    const age = ageOn(birthDate, today);
    return { id: vid, name, number, class: label, age, consent, activated: activated[at] ?? false };
  });
}
