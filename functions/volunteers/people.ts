/** What neighbours may know of people, however many. */
import { schoolYear } from '../../shared/rules/calendar.ts';
import { type Group, gradeInYear, classLabel as labelOf } from '../../shared/rules/classes.ts';
import {
  type ConsentFacts,
  type ConsentScope,
  type ConsentState,
  consentCovers,
  consentStateOf,
  type Said,
} from '../../shared/rules/consent.ts';
import { maskName } from '../../shared/rules/masking.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Item, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import type { Brought } from './brought.ts';
import { type Consent, type Personal, parseClass, volunteerAt, volunteerOf } from './rows.ts';

export interface Person extends Pick<Personal, 'name' | 'number' | 'birthDate' | 'gender'> {
  readonly id: string;
  /** Counts the changes of the person's row. */
  readonly ver: number;
  /** The unit the person belongs to. */
  readonly school: string;
  readonly class: string;
  /** Whether a guardian's consent is on file; whether one is needed depends on the age on the service date. */
  readonly consented: boolean;
  /** What the guardian and the person have said last. */
  readonly said: Pick<ConsentFacts, 'guardian' | 'own'>;
  readonly active: boolean;
  /** Epoch milliseconds; of somebody who has left. */
  readonly leftAt?: number;
  /** The registration that goes on; of one that was merged into it. */
  readonly mergedInto?: string;
  readonly mergedFrom: readonly string[];
  /** What other districts have recorded. */
  readonly brought: readonly Brought[];
}

/** @returns in the order asked; undefined where the district has no such person */
export async function readPeople(
  tools: Tools,
  district: string,
  vids: readonly string[],
): Promise<(Person | undefined)[]> {
  const items = await getAll(
    tools.store,
    vids.map((vid) => personAt(district, vid)),
  );
  return vids.map((vid, at) => personOf(tools, district, vid, items[at]));
}

/** Every registration that ended in this one, by itself or by way of another. */
export async function registrationsMergedInto(tools: Tools, district: string, vid: string): Promise<string[]> {
  const [person] = await readPeople(tools, district, [vid]);
  const from = person?.mergedFrom ?? [];
  const further = await Promise.all(from.map((id) => registrationsMergedInto(tools, district, id)));
  return [...from, ...further.flat()];
}

/** What was decided by a person as read holds only while nobody moves, merges or renames it, or takes a word back. */
export const unchangedPerson = (district: string, { id, ver }: Pick<Person, 'id' | 'ver'>): Write => ({
  ...personAt(district, id),
  check: true,
  when: [['ver', '=', ver]],
  or: 'lost_race',
});

/** Where a person is read, for a story that reads other keys along. */
export const personAt = volunteerAt;

export function personOf(tools: Tools, district: string, vid: string, item: Item | undefined): Person | undefined {
  const found = volunteerOf(district, tools.vault, vid, item);
  if (!found) return undefined;
  const { name, number, birthDate, gender } = found.personal;
  const { ver, school, class: className, consent, own, status, leftAt, mergedInto } = found;
  const { mergedFrom = [], brought = [] } = found;
  return {
    id: vid,
    ver,
    school,
    class: className,
    name,
    number,
    birthDate,
    gender,
    consented: consent !== undefined && consent.withdrawnAt === undefined,
    said: { guardian: consent && saidBy(consent), own: own && saidBy(own) },
    active: status === 'active',
    leftAt: status === 'left' ? leftAt : undefined,
    mergedInto,
    mergedFrom,
    brought,
  };
}

const saidBy = ({ signedOn, scopes, withdrawnOn }: Consent): Said => ({
  word: withdrawnOn === undefined ? 'given' : 'withdrawn',
  scopes,
  on: withdrawnOn ?? signedOn,
});

type Speaking = Pick<Person, 'birthDate' | 'said'>;
const factsOf = ({ birthDate, said }: Speaking): ConsentFacts => ({ birthDate, ...said });

/** How things stand with the consent on a day; `missing` and `withdrawn` leave a person on the roster only. */
export const consentOf = (person: Speaking, day: string, settings: Settings): ConsentState =>
  consentStateOf(factsOf(person), day, settings);

/** Whether the person may do more than stand on the roster. */
export const isCovered = (person: Speaking, day: string, settings: Settings): boolean =>
  consentCovers(factsOf(person), 'hours', day, settings);

/** Whether the consent covers a use of the person's data: it may leave out publicity, or rewards. */
export const covers = (person: Speaking, scope: ConsentScope, day: string, settings: Settings): boolean =>
  consentCovers(factsOf(person), scope, day, settings);

/** Of somebody without consent, or whose consent was taken back, only what the law keeps: the record, not the name. */
export const isUnnamed = (person: Speaking, today: string, settings: Settings): boolean =>
  ['missing', 'withdrawn'].includes(consentOf(person, today, settings));

/** What lists call somebody; empty for nobody. */
export function nameIn(person: Person | undefined, today: string, settings: Settings): string {
  if (!person) return '';
  return isUnnamed(person, today, settings) ? maskName(person.name) : person.name;
}

/** The order of a class list, which is that of papers: by class and number. Nobody comes first. */
export function inListOrder(one: Person | undefined, other: Person | undefined): number {
  return byNumbers.compare(placeOf(one), placeOf(other));
}
const placeOf = (person: Person | undefined) => (person ? `${person.class} ${person.number}` : '');
/** Class 10 comes after class 9. */
const byNumbers = new Intl.Collator('en', { numeric: true });

/** What the person's class is called in the school year of a Shanghai day: 三(2)班. */
export function classLabel(person: Pick<Person, 'class'>, day: string): string {
  const found = parseClass(person.class);
  return found ? labelOf(found, schoolYear(day)) : '';
}

/** The school stage whose star scheme counts the person's hours; that of grown volunteers is the national one. */
export function stageOf(person: Pick<Person, 'class'>): Group {
  const found = parseClass(person.class);
  if (!found) throw new Error('A person is in no class that can be read');
  return found.stage;
}

/** The grade (1–12) of the person's class in a school year; undefined once it has left its stage. */
export function gradeOf(person: Pick<Person, 'class'>, year: number): number | undefined {
  const found = parseClass(person.class);
  return found && gradeInYear(found, year);
}
