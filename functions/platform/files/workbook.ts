import { safeText } from '../../../shared/rules/csv.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export type Row = readonly (string | number)[];

/**
 * A table as an .xlsx of one sheet: numbers as numbers, texts as texts, and none that a program could take for a
 * formula. The writer is loaded when somebody wants a file.
 */
export async function workbookOf(sheet: string, rows: readonly Row[]): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import('hucre/xlsx');
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)));
  return new Uint8Array(await writeXlsx({ sheets: [{ name: sheet, rows: cells }] }));
}
