/**
 * What lists that are no roster say of people, each by the rules of the own school: without a consent that is needed,
 * or with one that was taken back, neither name nor number.
 */
import type { Day } from '../../shared/rules/calendar.ts';
import { readSettingsOf } from '../district/index.ts';
import type { Tools } from '../platform/tools.ts';
import { isUnnamed, nameIn, type Person } from './people.ts';

type Naming = (person: Person | undefined) => Pick<Person, 'name' | 'number'>;

export async function readNaming(
  tools: Tools,
  district: string,
  people: readonly (Person | undefined)[],
  today: Day,
): Promise<Naming> {
  const schools = people.flatMap((person) => (person ? [person.school] : []));
  const settingsOf = await readSettingsOf(tools, district, schools);
  return (person) => {
    if (!person) return { name: '', number: '' };
    const settings = settingsOf(person.school, today);
    const number = isUnnamed(person, today, settings) ? '' : person.number;
    return { name: nameIn(person, today, settings), number };
  };
}
