/** Rosters as text: CSV and TSV as Excel, WPS and school systems write them. */
import { isUtf8 } from 'node:buffer';
import { fileUnreadable } from './file-unreadable.ts';

/**
 * Text of a file in UTF-8, UTF-16 with a byte order mark, or GB18030 (which includes GBK and GB2312).
 * Decoding is strict, so that a wrong guess is refused and never becomes a wrong name.
 */
export function decodeText(bytes: Uint8Array): string {
  for (const encoding of encodingsOf(bytes)) {
    const text = decode(bytes, encoding);
    if (text === undefined || looksBinary(text)) continue;
    if (encoding === 'gb18030' && hasLinesOfUtf8(bytes)) {
      throw fileUnreadable('文件里混有两种编码，姓名会变成乱码，请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再上传');
    }
    if (/^\s*</u.test(text)) {
      throw fileUnreadable('这其实是网页格式的文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传');
    }
    return text;
  }
  throw fileUnreadable('认不出这个文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传');
}

function encodingsOf([first, second, third]: Uint8Array): string[] {
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8'];
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/**
 * Whether some line of a file in GB18030 is in UTF-8: two exports pasted together. Read in one encoding, the other's
 * names become other names. Of text in GB18030 hardly any line could be read as Han characters in UTF-8.
 */
function hasLinesOfUtf8(bytes: Uint8Array): boolean {
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(lineFeed, from);
    const line = bytes.subarray(from, found === -1 ? bytes.length : found);
    if (isUtf8(line) && isHan(new TextDecoder().decode(line))) return true;
    from += line.length + 1;
  }
  return false;
}

const lineFeed = 0x0a;
const isHan = (line: string) => /\p{Script=Han}/u.test(line) && !/[\u0080-\u1fff]/u.test(line);

/** A few stray control characters happen in exports; where they are one in a hundred, this never was text. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 10_000);
  const controls = sample.match(/[^\P{Cc}\t\n\r]/gu)?.length ?? 0;
  return controls > 5 && controls * 100 > sample.length;
}

/** Records of delimited text (RFC 4180) in order, blank lines included, so that the n-th is the sheet's n-th row. */
export function* parseDelimited(text: string): Generator<string[]> {
  const delimiter = delimiterOf(text);
  let record: string[] = [];
  let recordNumber = 1;
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const end = quoted ? endOfQuoted(text, at, recordNumber) : at;
    const next = nextBreak(text, end, delimiter);
    const plain = text.slice(end, next);
    record.push(quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') + plain : plain);
    at = next + 1;
    if (text[next] === delimiter) continue;
    if (text[next] === '\r' && text[at] === '\n') at++;
    yield record;
    record = [];
    recordNumber++;
  }
  if (record.length > 0) yield record;
}

/** The position after the closing quote of the field that opens at `open`. */
function endOfQuoted(text: string, open: number, recordNumber: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  throw fileUnreadable(`第 ${recordNumber} 行有一个引号没有成对，请补上或删去后再上传`);
}

function nextBreak(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The separator that the first lines use most. */
function delimiterOf(text: string): string {
  const sample = text.split(/\r\n?|\n/u, 20).join('\n');
  const count = (delimiter: string) => sample.split(delimiter).length;
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
