/** Reads a school's or a district's roster: every person in it, and every row that cannot be read, with the reason. */
import { Problem } from '../../platform/problem.ts';
import { cellText, isNothing, numberText } from './cells.ts';
import { type ClassWords, findClassWords, findStage } from './class-label.ts';
import { type Fault, faultIn } from './faults.ts';
import { type Columns, type Field, isRosterHeader, matchColumns } from './headers.ts';
import { isPerson, type Line, lineOf, type Person, readRow, type SheetFrame, textIn } from './read-row.ts';
import { type Cell, readSheets, type SheetRow } from './read-sheet.ts';

export interface Place {
  /** Counted from 1, as spreadsheets show it. */
  readonly row: number;
  /** Absent in text files. */
  readonly sheet?: string;
}
export type RosterRow = Place & Person;
export type RosterFault = Place & Fault;
export interface RosterColumn {
  readonly sheet?: string;
  readonly field: Field;
  readonly header: string;
}
export interface Roster {
  /** The rows that can be imported, in order. */
  readonly rows: RosterRow[];
  /** What is wrong with the others; a row may have several faults. */
  readonly faults: RosterFault[];
  /** Which column was taken for what. */
  readonly columns: RosterColumn[];
  /** Sheets that are not empty but have no header with a name and a number. */
  readonly skippedSheets: string[];
}
export interface RosterOptions {
  /** The year of the September in which the school year begins: 三(2)班 is read as of this year. */
  readonly schoolYear: number;
  /** The school the roster is from; its name may tell which grade “一(2)班” is. */
  readonly schoolName?: string;
}

/** Titles and notes may stand above a header, not whole pages. */
const linesAboveHeaderMax = 30;

/**
 * Reads .xlsx, .xls and delimited text. Nothing is guessed: what is not certain becomes a fault of its row.
 * @throws Problem `file_unreadable`, or `roster_header_missing` when no sheet has both a name and a student number
 */
export async function readRoster(bytes: Uint8Array, fileName: string, options: RosterOptions): Promise<Roster> {
  const roster: Roster = { rows: [], faults: [], columns: [], skippedSheets: [] };
  const sheets: SheetSoFar[] = [];
  const repeated = repeatFinder();
  for await (const sheetRow of readSheets(bytes)) {
    if (sheets.length === 0 || sheets.at(-1)?.name !== sheetRow.sheet) sheets.push({ name: sheetRow.sheet, above: [] });
    const sheet = sheets.at(-1) as SheetSoFar;
    if (!sheet.frame) {
      sheet.frame = frameUnder(sheetRow.cells, sheet, fileName, options);
      continue;
    }
    const line = lineOf(sheetRow.cells);
    if (isPerson(line, sheet.frame)) readPerson(line, sheetRow, sheet.frame, roster, repeated);
    else sheet.frame = retitled(sheet.frame, line);
  }
  for (const { name, frame } of sheets) {
    if (frame) roster.columns.push(...columnsOf(frame.columns, name));
    else if (name !== undefined) roster.skippedSheets.push(name);
  }
  if (roster.columns.length === 0) throw headerMissing(sheets);
  return roster;
}

interface SheetSoFar {
  readonly name: string | undefined;
  /** The lines above the header. */
  readonly above: (readonly Cell[])[];
  /** Absent until the header is found. */
  frame?: SheetFrame | undefined;
}
type RepeatFinder = (line: Line, columns: Columns) => Field | undefined;

function readPerson(line: Line, { row, sheet }: SheetRow, frame: SheetFrame, roster: Roster, repeated: RepeatFinder) {
  const place = { row, sheet };
  const person = readRow(line, frame);
  const repeatedField = repeated(line, frame.columns);
  const faults = 'name' in person ? [] : [...person];
  if (repeatedField) faults.push(faultIn(frame.columns, repeatedField, 'duplicate_in_file'));
  for (const fault of faults) roster.faults.push({ ...place, ...fault });
  if ('name' in person && faults.length === 0) roster.rows.push({ ...place, ...person });
}

/** A line between people may name the class of those below it. */
function retitled(frame: SheetFrame, line: Line): SheetFrame {
  const title = findClassWords(line.texts.join(' '));
  return title.label === undefined ? frame : { ...frame, title };
}

/** Finds a student number that its school, or a national number that anybody, had further up; faulty rows count. */
function repeatFinder(): RepeatFinder {
  const seen = new Set<string>();
  const isRepeated = (claim: string) => seen.size === seen.add(claim).size;
  return (line, columns) => {
    const textOf = (field: Field) => numberText(textIn(line, columns[field]));
    const claims = [
      ['number', `${textOf('school')}|`],
      ['nationalNumber', ''],
    ] as const;
    const repeatedFields = claims.filter(
      ([field, owner]) => !isNothing(textOf(field)) && isRepeated(owner + textOf(field)),
    );
    return repeatedFields[0]?.[0];
  };
}

/**
 * The frame that a header gives to the rows below it. The surest words for the class stand nearest: in the title, then
 * in the sheet's name, then in the file's.
 */
function frameUnder(cells: readonly Cell[], { name, above }: SheetSoFar, fileName: string, options: RosterOptions) {
  if (above.length === linesAboveHeaderMax) return undefined;
  const columns = matchColumns(cells);
  if (!isRosterHeader(columns)) {
    above.push(cells);
    return undefined;
  }
  const texts = [...above.map((line) => line.map(cellText).join(' ')), name ?? '', fileName];
  const title: ClassWords = texts.map(findClassWords).find(({ label, grade }) => label ?? grade) ?? {};
  const stage = [options.schoolName ?? '', ...texts].map(findStage).find((found) => found);
  return { columns, schoolYear: options.schoolYear, title, stage, classes: new Map() };
}

const columnsOf = (columns: Columns, sheet: string | undefined): RosterColumn[] =>
  Object.entries(columns).map(([field, { header }]) => ({ sheet, field: field as Field, header }));

function headerMissing(sheets: readonly SheetSoFar[]): Problem {
  const { name, number }: Columns = Object.assign({}, ...sheets.flatMap(({ above }) => above.map(matchColumns)));
  if (name) return new Problem('roster_header_missing', { detail: '表头里有姓名，没有学号，请补上“学号”一列' });
  if (number) return new Problem('roster_header_missing', { detail: '表头里有学号，没有姓名，请补上“姓名”一列' });
  return new Problem('roster_header_missing', { detail: '请在名单上方写一行表头，至少有“姓名”和“学号”' });
}
