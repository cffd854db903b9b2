/** Somebody comes onto the roster by a word of the unit, and the card onto the list of those to be printed. */
import type { Who } from '../../platform/identity/who.ts';
import { Problem } from '../../platform/problem.ts';
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { cardRequestAt, cardRequestWrite } from '../card-requests.ts';
import { newcomerId, peopleWrites } from '../import/people-writes.ts';
import { isNumberFree } from '../moving.ts';
import { classId } from '../rows.ts';
import { groupWithRoom } from './groups.ts';
import type { Registration } from './rows.ts';

/** @throws number_taken when somebody of the unit has the number */
export async function newPerson(
  tools: Tools,
  who: Who,
  { id, school, said }: Pick<Registration, 'id' | 'school' | 'said'>,
  now: number,
): Promise<{ volunteer: string; writes: Write[] }> {
  if (!said) throw new Error('An open registration says nothing');
  const { district } = who;
  const { name, number, birthDate, class: of, guardian } = said;
  if (!(await isNumberFree(tools, district, school, number))) throw new Problem('number_taken');
  // The pinyin dictionary is loaded with the first name that needs it.
  const { spell } = await import('../import/cut-roster.ts');
  const row = { row: 1, name, number, birthDate, guardian, ...spell(name) };
  const group = await groupWithRoom(tools, district, school, of);
  const to = { school, class: classId({ school, ...group }) };
  const writes = await peopleWrites(tools, district, id, [{ row, to, decision: { kind: 'new' } }]);
  const volunteer = newcomerId(id, row);
  return { volunteer, writes: [...writes, ...(await cardWrites(tools, who, { id: volunteer, school }, now))] };
}

/** The card is on the list of those to be printed, unless it is there already. */
export async function cardWrites(
  tools: Tools,
  { district, person: by }: Who,
  person: { readonly id: string; readonly school: string },
  at: number,
): Promise<Write[]> {
  const [asked] = await tools.store.get([cardRequestAt(district, person.school, person.id)]);
  return asked ? [] : [cardRequestWrite(district, person, { by, at })];
}
