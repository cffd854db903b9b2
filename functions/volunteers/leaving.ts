/**
 * Leaving a class and coming back: a person's state, the stage's total sealed, and both directories, in writes that fit
 * one transaction. Nothing is deleted: hours, points and the account stay.
 */
import type { Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { byNumber, sizeWrite } from './import/people-writes.ts';
import { leaversAt, sealAt, sealedRow } from './leaver-rows.ts';
import {
  type Directory,
  type DirectoryLine,
  directoryAt,
  directoryOf,
  directoryRow,
  parseClass,
  type SchoolClass,
  type Volunteer,
  volunteerAt,
  volunteerOf,
} from './rows.ts';

/** Two writes a person, three for the class, and one for whatever moves them, within a transaction's hundred. */
const peopleAtOnce = 45;

export interface Moved {
  readonly people: readonly string[];
  readonly writes: readonly Write[];
}
export interface Leaving {
  readonly at: number;
  /** What ends it: a year change, or the school's word. */
  readonly by: string;
  /** Another registration of the same person, which goes on; then no stage is sealed. */
  readonly into?: string;
  /** Minutes of the class's stage that each has served, in the order of the ids. */
  minutesOf(volunteers: readonly string[]): Promise<readonly number[]>;
}

/** The next of a class who leave: those chosen, or all. None when nobody is left to leave. */
export async function leavingWrites(
  tools: Tools,
  district: string,
  className: string,
  leaving: Leaving,
  chosen?: ReadonlySet<string>,
): Promise<Moved> {
  const { of, present, left } = await readDirectories(tools, district, className);
  const lines = present.lines.filter(({ vid }) => chosen?.has(vid) ?? true).slice(0, peopleAtOnce);
  if (lines.length === 0) return { people: [], writes: [] };
  const people = (await readVolunteers(tools, district, lines)).filter((one) => one !== undefined);
  const minutes = await leaving.minutesOf(people.map(({ id }) => id));
  const { at, by, into } = leaving;
  const state: State['set'] = into === undefined ? { status: 'left' } : { status: 'merged', mergedInto: into };
  const writes = people.flatMap((person, index): Write[] => {
    const seal = sealedRow({ minutes: minutes[index] ?? 0, at, ver: person.ver + 1 });
    return [
      stateWrite(district, person, { set: { ...state, leftAt: at, leftBy: by } }),
      ...(into === undefined ? [{ ...sealAt(district, person.id, of.stage), put: seal }] : []),
    ];
  });
  const going = new Set(lines.map(({ vid }) => vid));
  const stayed = left.lines.filter(({ vid }) => !going.has(vid));
  return {
    people: people.map(({ id }) => id),
    writes: [
      ...writes,
      ...linesWrites(
        tools,
        district,
        present,
        present.lines.filter(({ vid }) => !going.has(vid)),
      ),
      leaversWrite(tools, district, of, left, [...stayed, ...lines]),
    ],
  };
}

/** The next of a class's leavers who come back: those chosen, or those whom one cause made leave. None was merged. */
export async function returningWrites(
  tools: Tools,
  district: string,
  className: string,
  isBack: (person: Volunteer) => boolean,
  status: Volunteer['status'] = 'left',
): Promise<Moved> {
  const { of, present, left } = await readDirectories(tools, district, className);
  const known = left.lines.length === 0 ? [] : await readVolunteers(tools, district, left.lines);
  const people = known
    .filter((one) => one !== undefined && one.status === status && one.class === className && isBack(one))
    .slice(0, peopleAtOnce) as Volunteer[];
  if (people.length === 0) return { people: [], writes: [] };
  const coming = new Set(people.map(({ id }) => id));
  const lines = left.lines.filter(({ vid }) => coming.has(vid));
  const writes = people.flatMap((person): Write[] => [
    stateWrite(district, person, { set: { status: 'active' }, remove: ['leftAt', 'leftBy', 'mergedInto'] }),
    ...(status === 'left' ? [{ ...sealAt(district, person.id, of.stage), remove: true as const }] : []),
  ]);
  return {
    people: [...coming],
    writes: [
      ...writes,
      ...linesWrites(tools, district, present, [...present.lines, ...lines].sort(byNumber)),
      leaversWrite(
        tools,
        district,
        of,
        left,
        left.lines.filter(({ vid }) => !coming.has(vid)),
      ),
    ],
  };
}

export async function readDirectories({ store, vault }: Tools, district: string, className: string) {
  const of = parseClass(className);
  if (!of) throw new Error('A class has an id that cannot be read');
  const [present, left] = await store.get([directoryAt(district, className), leaversAt(district, of)]);
  return {
    of,
    present: directoryOf(district, vault, className, present),
    left: directoryOf(district, vault, className, left),
  };
}

async function readVolunteers({ store, vault }: Tools, district: string, lines: readonly DirectoryLine[]) {
  const items = await store.get(lines.map(({ vid }) => volunteerAt(district, vid)));
  return lines.map(({ vid }, at) => volunteerOf(district, vault, vid, items[at]));
}

type State = { readonly set: Record<string, string | number>; readonly remove?: readonly string[] };
const stateWrite = (district: string, { id, ver }: Volunteer, { set, remove = [] }: State): Write => ({
  ...volunteerAt(district, id),
  update: { set: { ...set, ver: ver + 1 }, remove: [...remove] },
  when: [['ver', '=', ver]],
  or: 'lost_race',
});

export function linesWrites(tools: Tools, district: string, before: Directory, lines: DirectoryLine[]) {
  const { class: name, ver } = before;
  return [
    directoryWrite(tools, district, directoryAt(district, name), before, { class: name, ver: ver + 1, lines }),
    sizeWrite(district, name, lines.length),
  ];
}

export function leaversWrite(
  tools: Tools,
  district: string,
  of: SchoolClass,
  before: Directory,
  lines: DirectoryLine[],
): Write {
  const after = { class: before.class, ver: before.ver + 1, lines };
  const write = directoryWrite(tools, district, leaversAt(district, of), before, after);
  return { ...write, put: { ...write.put, class: before.class } };
}

function directoryWrite({ vault }: Tools, district: string, at: Target, before: Directory, after: Directory) {
  const unchanged = before.ver === 0 ? (['pk', 'absent'] as const) : (['ver', '=', before.ver] as const);
  return { ...at, put: directoryRow(district, vault, after), when: [unchanged], or: 'lost_race' as const };
}
