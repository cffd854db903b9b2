/**
 * Reads an uploaded roster and cuts it into parts of one class each. Loaded when an import begins: the sheet reader and
 * the pinyin dictionary are not needed otherwise.
 */
import { pinyin } from 'pinyin-pro';
import { type RosterFault, type RosterRow, readRoster } from '../roster/read-roster.ts';
import type { ImportJob, Part, PartRow, RowResult, School } from './rows.ts';

export interface CutRoster {
  readonly parts: readonly Part[];
  readonly faulty: readonly RowResult[];
  readonly conflict: readonly RowResult[];
}

/** With a claim on each number, the directory and the report still within one transaction's hundred writes. */
const rowsMax = 46;
const rowsWithNationalMax = 30;

/** @throws file_unreadable, roster_header_missing */
export async function cutRoster(
  bytes: Uint8Array,
  fileName: string,
  job: ImportJob,
  schoolYear: number,
): Promise<CutRoster> {
  const roster = await readRoster(bytes, fileName, { schoolYear, schoolName: ownSchool(job)?.name });
  const faulty = faultyRows(roster.faults);
  const conflict: RowResult[] = [];
  const classes = new Map<string, { school: string; rows: RosterRow[] }>();
  const schoolOf = schoolFinder(job);
  for (const row of roster.rows) {
    const school = schoolOf(row.school);
    if (typeof school === 'string') {
      conflict.push({ ...placeOf(row), column: '学校', reason: school });
    } else {
      const { stage, entryYear, number } = row.class;
      const key = `${school.id}-${stage}-${entryYear}-${number}`;
      const known = classes.get(key);
      if (known) known.rows.push(row);
      else classes.set(key, { school: school.id, rows: [row] });
    }
  }
  return { parts: cutClasses([...classes.values()]), faulty, conflict };
}

/** A row can have several faults: it is one row in the report. */
function faultyRows(faults: readonly RosterFault[]): RowResult[] {
  const byRow = Map.groupBy(faults, ({ row, sheet }) => `${sheet ?? ''}|${row}`);
  return [...byRow.values()].map((ofRow) => ({
    ...placeOf(ofRow[0] as RosterFault),
    column: [...new Set(ofRow.map(({ column }) => column))].join('、'),
    reason: [...new Set(ofRow.map(({ message }) => message))].join('；'),
  }));
}

/** A school's own file may name only that school, in a wider file the name decides: finds it, or says why not. */
function schoolFinder(job: ImportJob): (name: string | undefined) => School | string {
  const byName = Map.groupBy(job.schools, ({ name }) => plain(name));
  const own = ownSchool(job);
  return (name) => {
    if (own)
      return name === undefined || plain(name) === plain(own.name) ? own : '这一行写的是别的学校，请从本校名册中删去';
    if (name === undefined) return '没有填写学校，请填写学校的全称';
    const [found, another] = byName.get(plain(name)) ?? [];
    if (another) return '有几所学校叫这个名称，请改用各校自己的名册';
    return found ?? '系统里没有这所学校，请核对学校的全称';
  };
}

function cutClasses(classes: readonly { school: string; rows: RosterRow[] }[]): Part[] {
  const parts: Part[] = [];
  const spellingOf = speller();
  for (const { school, rows } of classes) {
    const sizeMax = rows.some(({ nationalNumber }) => nationalNumber !== undefined) ? rowsWithNationalMax : rowsMax;
    const size = Math.ceil(rows.length / Math.ceil(rows.length / sizeMax));
    for (let at = 0; at < rows.length; at += size) {
      const cut = rows.slice(at, at + size);
      parts.push({
        n: parts.length,
        school,
        class: (cut[0] as RosterRow).class,
        rows: cut.map((row) => partRowOf(row, spellingOf(row.name))),
      });
    }
  }
  return parts;
}

type Spelling = Pick<PartRow, 'pinyin' | 'initials'>;

/** Many children share a name: each is looked up once. */
function speller(): (name: string) => Spelling {
  const known = new Map<string, Spelling>();
  return (name) => {
    const spelling = known.get(name) ?? spell(name);
    known.set(name, spelling);
    return spelling;
  };
}

/** How a name is found: by its pinyin, and by the initials. */
export function spell(name: string): Spelling {
  const syllables = pinyin(name, { toneType: 'none', surname: 'head', type: 'array' });
  return { pinyin: syllables.join(''), initials: syllables.map(([letter = '']) => letter).join('') };
}

const partRowOf = ({ class: _class, school: _school, online: _online, ...row }: RosterRow, spelling: Spelling) => ({
  ...row,
  ...spelling,
});

const ownSchool = ({ schools, unit }: ImportJob) => schools.find(({ id }) => id === unit);
const placeOf = ({ row, sheet }: { row: number; sheet?: string }) => ({ row, sheet });
/** Names are compared without spaces, and full width like half width. */
const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '');
