/** Rosters: the files of other programs, and lines written by hand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/rosters', name));

export interface Line {
  readonly number?: string;
  readonly name?: string;
  readonly class?: string;
  readonly birthDate?: string;
  readonly gender?: string;
  readonly national?: string;
  readonly guardian?: string;
  readonly phone?: string;
  readonly school?: string;
}
const headers = {
  number: '学号',
  name: '姓名',
  class: '班级',
  birthDate: '出生日期',
  gender: '性别',
  national: '学籍号',
  guardian: '监护人',
  phone: '监护人电话',
  school: '学校',
} as const;

/** A roster as CSV: the columns that any line has, and the numbered pupils of 三(2)班 where a line is silent. */
export function csv(lines: readonly Line[]): Buffer {
  const full = lines.map((line, at) => ({ ...pupil(at + 1), ...line }) as Line);
  const columns = (Object.keys(headers) as (keyof Line)[]).filter((column) =>
    full.some((line) => line[column] !== undefined),
  );
  const rows = full.map((line) => columns.map((column) => line[column] ?? '').join(','));
  return Buffer.from([columns.map((column) => headers[column]).join(','), ...rows].join('\r\n'));
}

export const pupil = (n: number) => ({
  number: `2023${String(n).padStart(4, '0')}`,
  name: `张小${numeral(n)}`,
  class: '三(2)班',
  birthDate: '2016-05-01',
});
export const pupils = (count: number): Line[] => Array.from({ length: count }, (_, at) => pupil(at + 1));
const numeral = (n: number) => String.fromCodePoint(0x4e00 + n * 7);
