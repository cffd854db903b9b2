/** Opens a roster file, whatever wrote it, and hands out its rows; nothing else knows the spreadsheet library. */
import { readXls, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { Problem } from '../../platform/problem.ts';
import { checkCompoundFile, checkZip, isCompoundFile, isZip } from './containers.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { decodeText, parseDelimited } from './text-sheet.ts';

/** A cell's stored or last calculated value; dates are midnight UTC of the day shown. */
export type Cell = string | number | boolean | Date | null;

export interface SheetRow {
  /** Absent in text files, which have but one. */
  readonly sheet?: string;
  /** Counted from 1, as spreadsheets show it. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

const xlsBytesMax = 15_000_000;
const textBytesMax = 20_000_000;
const sheetsMax = 200;
const rowsMax = 60_000;
const columnsMax = 60;

/**
 * The rows that are not blank, of every sheet that is not hidden, in order. An .xlsx is streamed; an .xls cannot be and is
 * held in memory. What a file is, its first bytes say, not its name.
 * @throws Problem `file_unreadable` when it is not a spreadsheet, is damaged, or is larger than a roster can be
 */
export async function* readSheets(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  let rows = 0;
  for await (const row of openSheets(bytes)) {
    const cellCount = row.cells.findLastIndex((cell) => cell !== null && cell !== '') + 1;
    if (cellCount === 0) continue;
    if (cellCount > columnsMax) throw fileUnreadable(`表格超过 ${columnsMax} 列，请删去多余的列后再上传`);
    if (++rows > rowsMax) throw fileUnreadable(`表格超过 ${rowsMax} 行，请分成几个文件上传`);
    yield { ...row, cells: row.cells.slice(0, cellCount) };
  }
}

function openSheets(bytes: Uint8Array): AsyncIterable<SheetRow> | Iterable<SheetRow> {
  if (bytes.length === 0) throw fileUnreadable('文件是空的，请重新选择文件');
  if (isZip(bytes)) {
    checkZip(bytes);
    return orUnreadable(xlsxRows(bytes));
  }
  if (isCompoundFile(bytes)) {
    if (bytes.length > xlsBytesMax) throw fileUnreadable('.xls 文件超过 15 MB，请另存为 .xlsx 后再上传');
    checkCompoundFile(bytes);
    return orUnreadable(xlsRows(bytes));
  }
  if (bytes.length > textBytesMax) throw fileUnreadable('文件超过 20 MB，请分成几个文件上传');
  return textRows(bytes);
}

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  for (const { name, index } of await visibleSheets(bytes)) {
    for await (const { index: rowIndex, values } of streamXlsxRows(bytes, { sheet: index })) {
      yield { sheet: name, row: rowIndex + 1, cells: values };
    }
  }
}

/** The streaming reader does not tell the sheets' names; the whole reader does, before it reads the first of them. */
async function visibleSheets(bytes: Uint8Array): Promise<{ name: string; index: number }[]> {
  const sheets: { name: string; index: number }[] = [];
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) sheets.push({ name, index });
      return false;
    },
  });
  if (sheets.length > sheetsMax) throw fileUnreadable(`工作表超过 ${sheetsMax} 张，请分成几个文件上传`);
  return sheets;
}

async function* xlsRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const { sheets } = await readXls(bytes);
  for (const { name, rows } of sheets) {
    for (const [index, cells] of rows.entries()) {
      // A row that the file leaves out is a hole in the array.
      if (cells) yield { sheet: name, row: index + 1, cells };
    }
  }
}

function* textRows(bytes: Uint8Array): Generator<SheetRow> {
  let row = 0;
  for (const cells of parseDelimited(decodeText(bytes))) yield { row: ++row, cells };
}

/** Whatever the library throws over a stranger's bytes means one thing: these bytes are not a readable spreadsheet. */
async function* orUnreadable(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  try {
    yield* rows;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw fileUnreadable('文件已损坏、设有密码或不是表格，请用 Excel 或 WPS 打开，取消密码并另存为 .xlsx 后再上传');
  }
}
