/** Who on the roster may be the one that registers: by the student number, or by the name in the class. */
import type { Tools } from '../../platform/tools.ts';
import { classLabel, readPeople } from '../people.ts';
import { classId, directoryAt, directoryOf, numberAt } from '../rows.ts';
import type { Said } from './rows.ts';

export async function candidatesFor(tools: Tools, district: string, school: string, said: Said, today: string) {
  const className = classId({ school, ...said.class });
  const [claim, row] = await tools.store.get([
    numberAt(district, tools.vault, school, said.number),
    directoryAt(district, className),
  ]);
  const { lines } = directoryOf(district, tools.vault, className, row);
  const named = lines.filter(({ name }) => name === said.name).map(({ vid }) => vid);
  const ids = [...new Set([...(claim ? [String(claim.vid)] : []), ...named])];
  const people = ids.length === 0 ? [] : await readPeople(tools, district, ids);
  return people.flatMap((person) => {
    if (!person?.active) return [];
    const { id: volunteer, name, number, birthDate } = person;
    const label = classLabel(person, today);
    return [{ volunteer, name, number, class: label, sameBirthDate: birthDate === said.birthDate }];
  });
}
