/** Opens a roster file, whatever wrote it, and hands out its rows; nothing else knows the spreadsheet library. */
import { readXls, streamXlsxRows } from 'hucre/xlsx';
import { Problem } from '../../platform/problem.ts';
import { checkCompoundFile, isCompoundFile } from './compound-file.ts';
import { fileUnreadable } from './file-unreadable.ts';
import { decodeText, parseDelimited } from './text-sheet.ts';
import { visibleSheets } from './workbook.ts';
import { isZip, zipEntries } from './zip-directory.ts';

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
/** The shared strings are read anew for each sheet. */
const sheetsMax = 100;
const rowsMax = 60_000;
const columnsMax = 60;
/** Blank cells included: a row with nothing but a border in its last column is 16,384 wide. */
const cellsMax = 5_000_000;

/**
 * The rows that are not blank, of every sheet that is not hidden, in order. An .xlsx is streamed; an .xls cannot be and
 * is held in memory. What a file is, its first bytes say, not its name.
 * @throws Problem `file_unreadable` when it is not a spreadsheet, is damaged, or is larger than a roster can be
 */
export async function* readSheets(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  let rows = 0;
  let cells = 0;
  for await (const row of openSheets(bytes)) {
    cells += row.cells.length;
    if (cells > cellsMax) throw fileUnreadable('表格太大，请删去名单以外的空白行和列后再上传');
    const cellCount = row.cells.findLastIndex((cell) => cell !== null && cell !== '') + 1;
    if (cellCount === 0) continue;
    if (cellCount > columnsMax) throw fileUnreadable(`表格超过 ${columnsMax} 列，请删去多余的列后再上传`);
    if (++rows > rowsMax) throw fileUnreadable(`表格超过 ${rowsMax} 行，请分成几个文件上传`);
    yield { ...row, cells: row.cells.slice(0, cellCount).map(kept) };
  }
}

/** Enough to see that a cell is too long. */
const charactersKept = 1000;
/** From this length on a part of a text is a view of all of it: a number would keep a page of the sheet in memory. */
const charactersOfView = 13;
const kept = (cell: Cell) => (typeof cell === 'string' && cell.length >= charactersOfView ? copied(cell) : cell);
const copied = (text: string) => ` ${text.slice(0, charactersKept)}`.slice(1);

function openSheets(bytes: Uint8Array): AsyncIterable<SheetRow> | Iterable<SheetRow> {
  if (bytes.length === 0) throw fileUnreadable('文件是空的，请重新选择文件');
  if (isZip(bytes)) return orUnreadable(xlsxRows(bytes));
  if (isCompoundFile(bytes)) {
    if (bytes.length > xlsBytesMax) throw fileUnreadable('.xls 文件超过 15 MB，请另存为 .xlsx 后再上传');
    checkCompoundFile(bytes);
    return orUnreadable(xlsRows(bytes));
  }
  if (bytes.length > textBytesMax) throw fileUnreadable('文件超过 20 MB，请分成几个文件上传');
  return textRows(bytes);
}

async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const sheets = visibleSheets(bytes, zipEntries(bytes));
  if (sheets.length === 0) throw fileUnreadable('这个文件里没有工作表，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传');
  if (sheets.length > sheetsMax) throw fileUnreadable(`工作表超过 ${sheetsMax} 张，请分成几个文件上传`);
  for (const { name, index } of sheets) {
    for await (const { index: rowIndex, values } of streamXlsxRows(bytes, { sheet: index })) {
      yield { sheet: name, row: rowIndex + 1, cells: values };
    }
  }
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
