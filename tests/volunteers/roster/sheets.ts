/** Builds small roster files for the tests of the roster reader. */
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { Problem } from '../../../functions/platform/problem.ts';
import { type Roster, readRoster } from '../../../functions/volunteers/roster/read-roster.ts';

type Cells = (string | number | Date | null)[];

export const text = (content: string) => new TextEncoder().encode(content);
export const csv = (...lines: string[]) => text(`${lines.join('\r\n')}\r\n`);
export const xlsx = (rows: Cells[], name = 'Sheet1') => writeXlsx({ sheets: [{ name, rows }] });
export const workbook = (sheets: { name: string; rows: Cells[]; hidden?: boolean }[]) => writeXlsx({ sheets });

/** Reads as of the school year 2026/27. */
export const read = (bytes: Uint8Array, fileName = '名册.csv', schoolName?: string): Promise<Roster> =>
  readRoster(bytes, fileName, { schoolYear: 2026, schoolName });
/** Reads one pupil's row; cells that are not given are sound. */
export async function readPupil(given: Readonly<Record<string, string>>): Promise<Roster> {
  const pupil = { 学号: '0745001', 姓名: '张小满', 班级: '三(2)班', 出生日期: '2017-05-01', ...given };
  const quoted = Object.values(pupil).map((cell) => `"${cell.replaceAll('"', '""')}"`);
  return await read(csv(Object.keys(pupil).join(','), quoted.join(',')));
}
export const codesOf = ({ faults }: Roster) => faults.map(({ code }) => code);

/** The problem that reading is refused with. */
export async function problemOf(reading: Promise<unknown>): Promise<Problem> {
  const outcome = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error('Expected the file to be refused with a problem', { cause: outcome });
}

interface Entry {
  name: string;
  content: Uint8Array;
  /** What the directory says of the unpacked size; the truth where it is not given. */
  claimedBytes?: number;
}

/** A zip archive, whose directory may lie. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, content, claimedBytes = content.length } of entries) {
    const packed = deflateRawSync(content);
    const sizes = [crc32(content), packed.length, claimedBytes];
    const local = [header(0x04034b50, 0, sizes, name), text(name), packed];
    directory.push(header(0x02014b50, at, sizes, name), text(name));
    locals.push(...local);
    at += Buffer.concat(local).length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

function header(signature: number, position: number, sizes: readonly number[], name: string): Uint8Array {
  const isDirectory = signature === 0x02014b50;
  const bytes = Buffer.alloc(isDirectory ? 46 : 30);
  const shift = isDirectory ? 2 : 0;
  bytes.writeUInt32LE(signature);
  bytes.writeUInt16LE(8, 8 + shift);
  for (const [index, size] of sizes.entries()) bytes.writeUInt32LE(size, 14 + shift + 4 * index);
  bytes.writeUInt16LE(text(name).length, 26 + shift);
  if (isDirectory) bytes.writeUInt32LE(position, 42);
  return bytes;
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const sheetXml = (rows: string) => text(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

/** The entries of the smallest workbook around one sheet's XML. */
export function workbookEntries(
  sheet: Uint8Array,
  given: { claimedBytes?: number; strings?: Uint8Array } = {},
): Entry[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const relationships = (...parts: string[]) => text(`<Relationships>${parts.join('')}</Relationships>`);
  const sheetPart = relation('rId1', 'worksheet', 'worksheets/sheet1.xml');
  const stringsPart = relation('rId2', 'sharedStrings', 'sharedStrings.xml');
  return [
    { name: '[Content_Types].xml', content: text('<Types/>') },
    { name: '_rels/.rels', content: relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: text('<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: given.strings ? relationships(sheetPart, stringsPart) : relationships(sheetPart),
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, claimedBytes: given.claimedBytes },
    ...(given.strings ? [{ name: 'xl/sharedStrings.xml', content: given.strings }] : []),
  ];
}
