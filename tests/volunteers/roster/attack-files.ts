/** Files as an attacker, or a tired school office, may upload them: made anew for each test. */
import { readFileSync } from 'node:fs';
import { csv, sheetXml, text, workbookEntries, zip } from './sheets.ts';

const header = '学号,姓名,班级,出生日期';
const born = '三(2)班,2017-05-01';
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/rosters/${name}`, import.meta.url));
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `2023${String(at).padStart(5, '0')},张小满,${born}`).join('\r\n');
const rowXml = (cells: string) => `<row>${cells}</row>`;
/** GB18030 of 学号,姓名,班级,出生日期 and of 张小满 in 三(2)班. */
const headerInGb = Buffer.from('d1a7bac52cd0d5c3fb2cb0e0bcb62cb3f6c9fac8d5c6da0d0a', 'hex');
const pupilInGb = Buffer.concat([
  Buffer.from('3031'),
  Buffer.from('01,'),
  Buffer.from('d5c5d0a1c2fa2cc8fd283229b0e02c', 'hex'),
  Buffer.from('2017-05-01\r\n'),
]);
const pupilInUtf8 = Buffer.from(`02,李谷雨,${born}\r\n`);

/** What is refused as a whole. */
export const refusedFiles: Readonly<Record<string, () => Uint8Array>> = {
  'a photograph called .xlsx': () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043000302', 'hex'),
  'a workbook cut in the middle': () => fixture('binjiang-class-5-2.xlsx').subarray(0, 6000),
  'an old workbook cut in the middle': () => fixture('shunde-school.xls').subarray(0, 20_000),
  'an archive of another kind': () => zip([{ name: 'word/document.xml', content: text('<w:document/>') }]),
  'a bomb of 101 MB in a sheet': () => zip(workbookEntries(Buffer.alloc(101_000_000, ' '))),
  'a bomb that hides its size': () =>
    zip(workbookEntries(sheetXml(rowXml('<c><v>1</v></c>').repeat(500_000)), { claimedBytes: 1000 })),
  'a bomb of shared strings': () =>
    zip(
      workbookEntries(sheetXml(rowXml('<c><v>1</v></c>')), {
        strings: text(`<sst>${'<si><t>a</t></si>'.repeat(1_000_000)}</sst>`),
      }),
    ),
  'a million blank cells': () => zip(workbookEntries(sheetXml(rowXml('<c r="XFD1"/>').repeat(20_000)))),
  '60,001 rows': () => csv(header, lines(60_001)),
  'two encodings, GB18030 first': () => Buffer.concat([headerInGb, pupilInGb, pupilInUtf8]),
  'two encodings, UTF-8 first': () => Buffer.concat([csv(header), pupilInUtf8, pupilInGb]),
  'UTF-16 without a mark': () => Buffer.from(`${header}\n01,张小满,${born}\n`, 'utf16le'),
};

/** Those that ask for memory. */
export const heavyFiles = [
  'a bomb of 101 MB in a sheet',
  'a bomb that hides its size',
  'a bomb of shared strings',
  'a million blank cells',
  '60,001 rows',
];

/** What is read, and what becomes of it: people, and the codes of the faulty rows. */
export const readFiles: Readonly<Record<string, { bytes: () => Uint8Array; people: number; faults: string[] }>> = {
  'GB18030 alone': { bytes: () => Buffer.concat([headerInGb, pupilInGb]), people: 1, faults: [] },
  'UTF-16 with its mark': {
    bytes: () => Buffer.from(`\ufeff${header}\n01,张小满,${born}\n`, 'utf16le'),
    people: 1,
    faults: [],
  },
  'big-endian UTF-16 with its mark': {
    bytes: () => Buffer.from(`\ufeff${header}\n01,张小满,${born}\n`, 'utf16le').swap16(),
    people: 1,
    faults: [],
  },
  'numbers that a spreadsheet has rounded': {
    bytes: () =>
      csv(
        header,
        ...['3.10101E+17', '310101201705010000', '31010120170501000', '3.1E17'].map(
          (number) => `${number},张小满,${born}`,
        ),
        // An identity number that really ends in zeros, by its check digit; and one of sixteen digits.
        `110109201001011000,李谷雨,${born}`,
        `1234567890123450,王芒种,${born}`,
      ),
    people: 2,
    faults: ['number_rounded', 'number_rounded', 'number_rounded', 'number_rounded'],
  },
  'full-width digits and blanks nobody sees': {
    bytes: () =>
      csv(header, `\u3000０７４５\u200b００１\u00a0,\u3000张\u2060小满\ufeff,三（２）班,２０１７－０５－０１`),
    people: 1,
    faults: [],
  },
  'one number three times': {
    bytes: () => csv(header, `01,张小满,${born}`, `０１,李谷雨,${born}`, `\u30000\u200b1,王芒种,${born}`),
    people: 1,
    faults: ['duplicate_in_file', 'duplicate_in_file'],
  },
  'days that do not exist': {
    bytes: () =>
      csv(
        header,
        ...['2017-02-29', '2017-13-01', '2017-04-31', '2017/0/5', '1890-01-01', '2999-01-01', '0'].map(
          (day, at) => `0${at},张小满,三(2)班,${day}`,
        ),
      ),
    people: 0,
    faults: Array.from({ length: 7 }, () => 'birth_date_invalid'),
  },
  formulas: {
    bytes: () =>
      csv(
        header,
        ...['=1+1', '+1+cmd|x', '-2+3', '@SUM(A1)', '＝HYPERLINK(0)', '\t=1'].map(
          (name, at) => `0${at},${name},${born}`,
        ),
      ),
    people: 0,
    faults: Array.from({ length: 6 }, () => 'formula'),
  },
};
