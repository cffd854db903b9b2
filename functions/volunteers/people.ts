/** What neighbours may know of people, in one batch read. */
import { ageOn, needsConsent } from '../../shared/rules/ages.ts';
import { schoolYear } from '../../shared/rules/calendar.ts';
import { classLabel as labelOf, type Stage } from '../../shared/rules/classes.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Item } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { type Personal, parseClass, volunteerAt, volunteerOf } from './rows.ts';

export interface Person extends Pick<Personal, 'name' | 'number' | 'birthDate' | 'gender'> {
  readonly id: string;
  /** The unit the person belongs to. */
  readonly school: string;
  readonly class: string;
  /** Whether a guardian's consent is on file; whether one is needed depends on the age on the service date. */
  readonly consented: boolean;
  readonly active: boolean;
}

/** @returns in the order asked; undefined where the district has no such person */
export async function readPeople(
  tools: Tools,
  district: string,
  vids: readonly string[],
): Promise<(Person | undefined)[]> {
  const items = await tools.store.get(vids.map((vid) => personAt(district, vid)));
  return vids.map((vid, at) => personOf(tools, district, vid, items[at]));
}

/** Where a person is read, for a story that reads other keys along. */
export const personAt = volunteerAt;

export function personOf(tools: Tools, district: string, vid: string, item: Item | undefined): Person | undefined {
  const found = volunteerOf(district, tools.vault, vid, item);
  if (!found) return undefined;
  const { name, number, birthDate, gender } = found.personal;
  const { school, class: className, consent, status } = found;
  return {
    id: vid,
    school,
    class: className,
    name,
    number,
    birthDate,
    gender,
    consented: consent !== undefined,
    active: status === 'active',
  };
}

/** Whether the person may do more than stand on the roster: under the age of consent only with a guardian's. */
export function consentOf(
  { birthDate, consented }: Pick<Person, 'birthDate' | 'consented'>,
  day: string,
  settings: Settings,
): 'given' | 'missing' | 'not_needed' {
  if (consented) return 'given';
  return needsConsent(ageOn(birthDate, day), settings) ? 'missing' : 'not_needed';
}

/** What the person's class is called in the school year of a Shanghai day: 三(2)班. */
export function classLabel(person: Pick<Person, 'class'>, day: string): string {
  const found = parseClass(person.class);
  return found ? labelOf(found, schoolYear(day)) : '';
}

/** The school stage whose star scheme counts the person's hours. */
export function stageOf(person: Pick<Person, 'class'>): Stage {
  const found = parseClass(person.class);
  if (!found) throw new Error('A person is in no class that can be read');
  return found.stage;
}
