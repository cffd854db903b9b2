/** What a container says of itself, read before anything in it is unpacked. */
import { inflateRawSync } from 'node:zlib';
import { fileUnreadable } from './file-unreadable.ts';

export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly isDeflated: boolean;
  /** The position of the entry's own header in the file. */
  readonly at: number;
}

const unpackedBytesMax = 100_000_000;
const partBytesMax = 16_000_000;
const unreadable = '读不懂这个表格文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传';

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);
export const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
export const isCompoundFile = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/**
 * The directory of a zip archive (.xlsx). Refuses one that adds up to more than 100 MB unpacked, one with a part that is no
 * sheet and no picture and yet larger than 16 MB (the shared strings of 60,000 pupils have 12), and hidden sizes: the
 * unpacker stops at the size declared here, but takes a declared zero for “unknown”.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  // A full count or size points to a second directory, which only archives beyond 4 GB need.
  if (count === 0xffff || view.getUint32(end + 12, true) === 0xffff_ffff) throw fileUnreadable(unreadable);
  const entries: ZipEntry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; at = nextEntry(view, at)) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw fileUnreadable(unreadable);
    entries.push(entryAt(bytes, view, at));
  }
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const isTooLarge = ({ name, unpackedBytes: size }: ZipEntry) =>
    size > partBytesMax && !/\/(worksheets|media)\//u.test(name);
  if (unpackedBytes > unpackedBytesMax || entries.some(isTooLarge)) {
    throw fileUnreadable('文件解开后太大，请只留名册一张表、删去图片，或分成几个文件再上传');
  }
  return entries;
}

/** The content of one small entry of an archive. */
export function unpack(bytes: Uint8Array, { at, packedBytes, unpackedBytes, isDeflated }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(begin, begin + packedBytes);
  return isDeflated ? inflateRawSync(packed, { maxOutputLength: unpackedBytes }) : packed;
}

/**
 * Refuses a compound file (.xls) whose sector table claims more sectors than the file has: reading in a circle
 * through such a table would fill the memory.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  if (bytes.length < 512) throw fileUnreadable(unreadable);
  const view = viewOf(bytes);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) throw fileUnreadable(unreadable);
  const sectorBytes = 2 ** sectorShift;
  const sectorsPerTableSector = sectorBytes / 4;
  const tableSectorsMax = Math.ceil(bytes.length / sectorBytes / sectorsPerTableSector);
  if (view.getUint32(44, true) > tableSectorsMax) throw fileUnreadable(unreadable);
}

function endOfDirectory(view: DataView): number {
  const commentBytesMax = 0xffff;
  const earliest = Math.max(0, view.byteLength - 22 - commentBytesMax);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw fileUnreadable('文件不完整，可能没有传完，请重新上传');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const packedBytes = view.getUint32(at + 20, true);
  const unpackedBytes = unpackedSize(view, at);
  const sizeComesLater = (view.getUint16(at + 8, true) & 8) !== 0;
  // An empty entry, deflated, is two bytes long.
  const isHiding = unpackedBytes === 0 ? packedBytes > 2 : packedBytes === 0;
  if (isHiding || (packedBytes === 0 && sizeComesLater)) throw fileUnreadable(unreadable);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    packedBytes,
    unpackedBytes,
    isDeflated: view.getUint16(at + 10, true) === 8,
    at: view.getUint32(at + 42, true),
  };
}

const nextEntry = (view: DataView, at: number) =>
  at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);

/** The unpacked size of a directory entry; some writers keep it in the ZIP64 extra field even for small files. */
function unpackedSize(view: DataView, entry: number): number {
  const size = view.getUint32(entry + 24, true);
  if (size !== 0xffff_ffff) return size;
  let at = entry + 46 + view.getUint16(entry + 28, true);
  const end = Math.min(at + view.getUint16(entry + 30, true), view.byteLength - 12);
  while (at <= end) {
    if (view.getUint16(at, true) === 0x0001) return Number(view.getBigUint64(at + 4, true));
    at += 4 + view.getUint16(at + 2, true);
  }
  throw fileUnreadable(unreadable);
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
