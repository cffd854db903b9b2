/**
 * Long tables as files, a page of lines at a time: neither the lines nor the text they become is held as a whole, only
 * the packed file. No text is one that a program could take for a formula.
 */
import { setImmediate } from 'node:timers/promises';
import { csvText, safeText } from '../../../shared/rules/csv.ts';
import type { Row } from './workbook.ts';

/** A table: what stands over its columns, and its lines. */
export interface Table {
  readonly columns: readonly string[];
  readonly pages: AsyncIterable<readonly Row[]>;
}
export interface WrittenTable {
  readonly bytes: Uint8Array;
  /** Lines below the columns' names. */
  readonly rows: number;
}

/** Thrown by the line after the last one allowed. */
export class TableTooLong extends Error {
  override readonly name = 'TableTooLong';
}

/**
 * @param sheet what the only sheet of an .xlsx is called
 * @throws TableTooLong
 */
export async function writeTable(
  as: 'xlsx' | 'csv',
  sheet: string,
  { columns, pages }: Table,
  rowsMax: number,
): Promise<WrittenTable> {
  let rows = 0;
  const lines = async function* () {
    for await (const page of pages) {
      rows += page.length;
      if (rows > rowsMax) throw new TableTooLong(`A table of more than ${rowsMax} lines`);
      yield page;
      // On a machine that serves requests too, they come first.
      await setImmediate();
    }
  };
  const chunks = as === 'xlsx' ? await workbook(sheet, columns, lines()) : await text(columns, lines());
  return { bytes: Buffer.concat(chunks), rows };
}

type Lines = AsyncIterable<readonly Row[]>;

async function workbook(name: string, columns: readonly string[], pages: Lines): Promise<Uint8Array[]> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const lines = async function* () {
    for await (const page of pages) {
      for (const row of page) yield row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell));
    }
  };
  const head = columns.map((header) => ({ header }));
  const stream = writeXlsxStream(lines(), { name, columns: head, freezePane: { rows: 1 } });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

async function text(columns: readonly string[], pages: Lines): Promise<Uint8Array[]> {
  const chunks = [Buffer.from(csvText([columns]))];
  for await (const page of pages) {
    if (page.length > 0) chunks.push(Buffer.from(csvText(page).slice(1)));
  }
  return chunks;
}
