/** The sheets of an .xlsx by name: the streaming reader knows them by position only. */
import { unpack, type ZipEntry } from './zip-directory.ts';

export interface SheetEntry {
  readonly name: string;
  /** Position among all sheets of the workbook, from 0. */
  readonly index: number;
}

/** The sheets that people see; none when the archive is no workbook. */
export function visibleSheets(bytes: Uint8Array, entries: readonly ZipEntry[]): SheetEntry[] {
  const workbook = entries.find(({ name }) => /(^|\/)workbook\d*\.xml$/iu.test(name));
  if (!workbook) return [];
  const xml = new TextDecoder().decode(unpack(bytes, workbook));
  return [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)]
    .map(([tag], index) => ({ name: attribute(tag, 'name'), index, state: attribute(tag, 'state') }))
    .filter(({ state }) => state === '' || state === 'visible')
    .map(({ name, index }) => ({ name, index }));
}

const attribute = (tag: string, name: string) =>
  plain(new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag)?.slice(1).join('') ?? '');

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Text of an attribute, its references resolved. */
const plain = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/giu, (_, decimal?: string, hex?: string, word = '') =>
    word
      ? (named[word.toLowerCase()] ?? '')
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  );
