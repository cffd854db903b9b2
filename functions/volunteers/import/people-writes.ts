/** From decided rows to the writes of one transaction: people, claims on numbers, directories of classes. */
import { createHash } from 'node:crypto';
import type { Target, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import {
  type DirectoryLine,
  directoryAt,
  directoryOf,
  directoryRow,
  nationalAt,
  numberAt,
  parseClass,
  schoolClassAt,
  type Volunteer,
  version,
  volunteerAt,
  volunteerRow,
} from '../rows.ts';
import { register } from './decide.ts';
import type { Decided } from './decide-rows.ts';
import type { PartRow } from './rows.ts';

/** @returns none when nothing is new or changed */
export async function peopleWrites(
  tools: Tools,
  district: string,
  job: string,
  decided: readonly Decided[],
): Promise<Write[]> {
  const writes: Write[] = [];
  const linesByClass = new Map<string, DirectoryLine[]>();
  for (const { row, to, decision } of decided) {
    if (decision.kind !== 'new' && decision.kind !== 'changed') continue;
    const before = decision.kind === 'changed' ? decision.before : undefined;
    const after = decision.kind === 'changed' ? decision.after : register(newcomerId(job, row), row, to);
    writes.push(personWrite(tools, district, before, after), ...claimWrites(tools, district, before, after));
    if (before && !linesByClass.has(before.class)) linesByClass.set(before.class, []);
    linesByClass.set(after.class, [...(linesByClass.get(after.class) ?? []), lineOf(after, row)]);
  }
  return linesByClass.size === 0 ? [] : [...writes, ...(await directoryWrites(tools, district, linesByClass))];
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ulidTimeCharacters = 10;
const ulidRandomCharacters = 16;

/** A ULID that belongs to this row of this import: a repeated step registers the same person, not another one. */
export function newcomerId(job: string, { row, sheet = '' }: PartRow): string {
  const digest = createHash('sha256').update(`${job}|${sheet}|${row}`).digest().subarray(0, ulidRandomCharacters);
  return job.slice(0, ulidTimeCharacters) + Array.from(digest, (byte) => crockford[byte & 31]).join('');
}

/** A change names the version it was decided on; it sets attributes by name, so that it drops none it does not know. */
function personWrite({ vault }: Tools, district: string, before: Volunteer | undefined, after: Volunteer): Write {
  const row = volunteerRow(district, vault, { ...after, ver: after.ver + 1 });
  const at = volunteerAt(district, after.id);
  if (!before) return { ...at, put: row, when: [['pk', 'absent']], or: 'lost_race' };
  return { ...at, update: { set: row }, when: [['ver', '=', before.ver]], or: 'lost_race' };
}

function claimWrites({ vault }: Tools, district: string, before: Volunteer | undefined, after: Volunteer): Write[] {
  const numberOf = ({ school, personal }: Volunteer) => numberAt(district, vault, school, personal.number);
  const nationalOf = (person: Volunteer) =>
    person.national === undefined ? undefined : nationalAt(district, person.national);
  return [
    ...moveClaim(before && numberOf(before), numberOf(after), after.id),
    ...moveClaim(before && nationalOf(before), nationalOf(after), after.id),
  ];
}

function moveClaim(from: Target | undefined, to: Target | undefined, vid: string): Write[] {
  if (from?.key.pk === to?.key.pk) return [];
  const given: Write[] = from ? [{ ...from, remove: true, when: [['vid', '=', vid]], or: 'lost_race' }] : [];
  const taken: Write[] = to ? [{ ...to, put: { v: version, vid }, when: [['pk', 'absent']], or: 'lost_race' }] : [];
  return [...given, ...taken];
}

/** Puts the lines into their classes, in order of number, and takes the same people out of the classes they left. */
async function directoryWrites(
  { store, vault }: Tools,
  district: string,
  linesByClass: ReadonlyMap<string, readonly DirectoryLine[]>,
): Promise<Write[]> {
  const moved = new Set([...linesByClass.values()].flat().map(({ vid }) => vid));
  const classes = [...linesByClass.keys()];
  const items = await store.get(classes.map((name) => directoryAt(district, name)));
  return classes.flatMap((name, at) => {
    const { ver, lines } = directoryOf(district, vault, name, items[at]);
    const kept = lines.filter(({ vid }) => !moved.has(vid));
    const after = [...kept, ...(linesByClass.get(name) ?? [])].sort(byNumber);
    const row = directoryRow(district, vault, { class: name, ver: ver + 1, lines: after });
    const unchanged = ver === 0 ? (['pk', 'absent'] as const) : (['ver', '=', ver] as const);
    const directory: Write = { ...directoryAt(district, name), put: row, when: [unchanged], or: 'lost_race' };
    return after.length === lines.length ? [directory] : [directory, sizeWrite(district, name, after.length)];
  });
}

/** Of numbers of digits the shorter one is the smaller. */
export const byNumber = (a: DirectoryLine, b: DirectoryLine) =>
  a.number.length - b.number.length || (a.number < b.number ? -1 : 1);

/** The school's list of classes; rides with the directory, whose guard protects both. */
export function sizeWrite(district: string, name: string, size: number): Write {
  const found = parseClass(name);
  if (!found) throw new Error('A class has an id that cannot be read');
  const at = schoolClassAt(district, found);
  return size === 0 ? { ...at, remove: true } : { ...at, put: { v: version, class: name, size } };
}

function lineOf({ id, personal }: Volunteer, { pinyin, initials }: PartRow): DirectoryLine {
  const { name, number, birthDate, gender } = personal;
  return { vid: id, name, number, birthDate, gender, pinyin, initials };
}
