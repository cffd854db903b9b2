/** Reads one row under a known header: a person, or what is wrong with the row. */
import type { ClassKey, Stage } from '../../../shared/rules/classes.ts';
import { cellCharactersMax, cellText, isFormula, isNothing, isRounded, nameText, numberText } from './cells.ts';
import { type ClassWords, findStage, readClass } from './class-label.ts';
import { readBirthDate } from './dates.ts';
import { type Fault, type FaultSentence, faultIn } from './faults.ts';
import type { Column, Columns, Field } from './headers.ts';
import type { Cell } from './read-sheet.ts';

export interface Person {
  readonly name: string;
  /** What the school calls the pupil by: digits and letters, leading zeros kept. */
  readonly number: string;
  readonly nationalNumber?: string;
  readonly gender?: 'male' | 'female';
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly class: ClassKey;
  readonly school?: string;
  readonly guardian?: string;
  readonly phone?: string;
  readonly online?: boolean;
}

/** What the rows of a sheet have in common. */
export interface SheetFrame {
  readonly columns: Columns;
  readonly schoolYear: number;
  /** The class that a title or the sheet's name tells, for lists by class. */
  readonly title: ClassWords;
  readonly stage?: Stage | undefined;
  /** The classes read so far, by what is written of them: a list names each of its classes some forty times. */
  readonly classes: Map<string, ClassKey | undefined>;
}

/** A row under the header: its cells and what they say. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly texts: readonly string[];
}
export const lineOf = (cells: readonly Cell[]): Line => ({ cells, texts: cells.map(cellText) });
export const textIn = ({ texts }: Line, column: Column | undefined) => texts[column?.index ?? -1] ?? '';
const cellIn = ({ cells }: Line, column: Column | undefined) => cells[column?.index ?? -1];

const genders: Readonly<Record<string, 'male' | 'female'>> = {
  ...{ 男: 'male', 男生: 'male', 男性: 'male', M: 'male', '1': 'male' },
  ...{ 女: 'female', 女生: 'female', 女性: 'female', F: 'female', '2': 'female' },
};

const numbers: ReadonlySet<Field> = new Set(['number', 'nationalNumber', 'phone']);
/** G or L and an identity number: what the national register calls a pupil by. */
const nationalNumber = /^[GL]\d{17}[\dX]$/iu;

/** Totals stand under lists; their numbers are nobody's. */
const total = /^(合计|总计|小计|共计|总人数)|共计?\d+[人名]/u;
/** So do notes, signatures and page numbers; and a class may stand above its part of the list. */
const remark = /^(备注|说明|注)|^第\d+页|\p{Script=Han}:|[\d一二三四五六七八九十)]班/u;

/** Whether the row is meant to be a person: who has a name and a number is one, whatever else the row says. */
export function isPerson(line: Line, { columns }: SheetFrame): boolean {
  const at = (field: Field) => textIn(line, columns[field]).replace(/\s/gu, '');
  const name = at('name');
  const first = line.texts.find((text) => text !== '')?.replace(/\s/gu, '') ?? '';
  const isHeaderAgain = name === columns.name?.header.replace(/\s/gu, '');
  if (isHeaderAgain || total.test(first) || total.test(name)) return false;
  if (name !== '' && /\d/u.test(at('number'))) return true;
  if (remark.test(first) || remark.test(name)) return false;
  return name !== '' || at('number') !== '' || at('birthDate') !== '';
}

/** The person in the row, or everything that is wrong with it. */
export function readRow(line: Line, frame: SheetFrame): Person | readonly Fault[] {
  const { columns } = frame;
  const faults = spoiltCells(line, columns);
  const refuse = (field: Field, sentence: FaultSentence): undefined => {
    // The first thing wrong with a cell is the one to mend.
    if (!faults.has(field)) faults.set(field, faultIn(columns, field, sentence));
  };
  const textOf = (field: Field) => textIn(line, columns[field]);
  const optional = (field: Field) => (isNothing(textOf(field)) ? undefined : textOf(field));
  const number = numberText(textOf('number'));
  const school = optional('school');
  const gender = optional('gender')?.toUpperCase();
  const group = classOf(line, frame, school);
  const birthDate = readBirthDate(cellIn(line, columns.birthDate), frame.schoolYear);
  const name = nameText(textOf('name'));
  if (!name) refuse('name', 'name_missing');
  if (nationalNumber.test(number)) refuse('number', 'number_national');
  else if (!/[\dA-Z]/iu.test(number)) refuse('number', 'number_missing');
  if (!birthDate) refuse('birthDate', 'birth_date_invalid');
  if (!group) refuse(columns.class || !columns.grade ? 'class' : 'grade', 'class_unreadable');
  if (gender && !genders[gender]) refuse('gender', 'gender_unknown');
  if (faults.size > 0 || !birthDate || !group) return [...faults.values()];
  return {
    name,
    number,
    nationalNumber: numberText(optional('nationalNumber') ?? '').toUpperCase() || undefined,
    gender: gender ? genders[gender] : undefined,
    birthDate,
    class: group,
    school,
    guardian: nameText(optional('guardian') ?? '') || undefined,
    phone: numberText(optional('phone') ?? '') || undefined,
    online: isOnline(optional('online')),
  };
}

/** Cells whose value cannot be trusted, whatever it says. */
function spoiltCells({ cells, texts }: Line, columns: Columns): Map<Field, Fault> {
  const faults = new Map<Field, Fault>();
  for (const [field, { index }] of Object.entries(columns) as [Field, Column][]) {
    const sentence = spoiltBy(cells[index], texts[index] ?? '', field);
    if (sentence) faults.set(field, faultIn(columns, field, sentence));
  }
  return faults;
}

function spoiltBy(cell: Cell | undefined, text: string, field: Field): FaultSentence | undefined {
  if (text.length > cellCharactersMax) return 'cell_too_long';
  if (isFormula(text)) return 'formula';
  return numbers.has(field) && isRounded(cell, text) ? 'number_rounded' : undefined;
}

function classOf(line: Line, { columns, schoolYear, title, stage, classes }: SheetFrame, school: string | undefined) {
  const label = columns.class ? classText(line, columns.class) : title.label;
  const grade = columns.grade ? classText(line, columns.grade) : title.grade;
  const written = [label, grade, school].join('\n');
  const group =
    classes.get(written) ?? readClass({ label, grade }, { schoolYear, stage: (school && findStage(school)) || stage });
  classes.set(written, group);
  return group;
}

/** Spreadsheets take a class written 3-2 for the second of March. */
function classText(line: Line, column: Column): string {
  const cell = cellIn(line, column);
  return cell instanceof Date ? `${cell.getUTCMonth() + 1}-${cell.getUTCDate()}` : textIn(line, column);
}

function isOnline(text: string | undefined): boolean | undefined {
  if (!text) return undefined;
  if (/^(线上|网上|在线|是|√|✓|Y|YES|ONLINE)/iu.test(text)) return true;
  return /^(线下|离线|否|×|N|NO|OFFLINE)/iu.test(text) ? false : undefined;
}
