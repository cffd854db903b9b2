/** Finds out which column is what, from the words schools write above them. */
import { cellText } from './cells.ts';
import type { Cell } from './read-sheet.ts';

export type Field =
  | 'name'
  | 'number'
  | 'nationalNumber'
  | 'class'
  | 'grade'
  | 'gender'
  | 'birthDate'
  | 'guardian'
  | 'phone'
  | 'school'
  | 'online';

export interface Column {
  /** Position in a row, from 0. */
  readonly index: number;
  /** The header as the school wrote it. */
  readonly header: string;
}
export type Columns = Partial<Record<Field, Column>>;

/** What a header may say, the surest word first; each may have 学生 before it. */
const words: Readonly<Record<Field, readonly string[]>> = {
  name: ['姓名', '名字'],
  number: ['学号', '学生编号', '编号'],
  nationalNumber: ['全国学籍号', '国家学籍号', '学籍号', '学籍号码', '学籍编号'],
  class: ['班级', '行政班', '行政班级', '所在班级', '班级名称', '班别', '班'],
  grade: ['年级', '所在年级', '年级名称', '级', '届', '入学年份', '入学年度'],
  gender: ['性别'],
  birthDate: ['出生日期', '出生年月日', '出生年月', '出生时间', '生日'],
  guardian: ['监护人', '监护人姓名', '家长姓名', '家长', '第一监护人', '第一监护人姓名'],
  phone: [
    ...['监护人电话', '监护人手机', '监护人手机号', '监护人手机号码', '监护人联系电话', '监护人联系方式'],
    ...['家长电话', '家长手机', '家长手机号', '家长手机号码', '家长联系电话', '家长联系方式'],
    ...['第一监护人电话', '联系电话', '联系方式', '手机', '手机号', '手机号码', '电话', '电话号码'],
  ],
  school: ['学校', '学校名称', '所在学校', '就读学校', '校名'],
  online: ['注册方式', '登记方式', '线上/线下', '线上线下', '线上或线下', '是否线上', '线上'],
};
const sureNumbers = ['学号', '学生学号', '学生编号'];
const headerCharactersMax = 40;
const fields = Object.keys(words) as Field[];

/** A header without its ornaments: “＊学生 姓名\n（必填）” says 学生姓名. */
const plainHeader = (cell: Cell) =>
  cellText(cell)
    .replace(/\s/gu, '')
    .replace(/[([【〔][^)\]】〕]*[)\]】〕]/gu, '')
    .replace(/[*:※]/gu, '');

/** The columns of a row, were it a header: for each field the surest word, from the left. */
export function matchColumns(cells: readonly Cell[]): Columns {
  const headers = cells.map(plainHeader);
  const columns: Columns = {};
  for (const field of fields) {
    const index = words[field].map((word) => indexOfWord(headers, word)).find((found) => found !== -1);
    if (index !== undefined) columns[field] = { index, header: cellText(cells[index]).slice(0, headerCharactersMax) };
  }
  const { nationalNumber, ...rest } = columns;
  if (!nationalNumber || headers.some((header) => sureNumbers.includes(header))) return columns;
  // Without a 学号 the 学籍号 is what the school calls its pupils by; a 编号 beside it only counts the lines.
  return { ...rest, number: nationalNumber };
}

/** Whether these columns can be a roster's: nobody is somebody without a name and a number. */
export const isRosterHeader = (columns: Columns) => columns.name !== undefined && columns.number !== undefined;

const indexOfWord = (headers: readonly string[], word: string) =>
  headers.findIndex((header) => header === word || header === `学生${word}`);
