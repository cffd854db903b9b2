/** What a zip archive (.xlsx) says of itself, read before anything in it is unpacked. */
import { inflateRawSync } from 'node:zlib';
import { fileUnreadable } from './file-unreadable.ts';

export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** The position of the entry's own header in the file. */
  readonly at: number;
}

const unpackedBytesMax = 100_000_000;
const partBytesMax = 16_000_000;
/** A size that says “see the ZIP64 field”, which some writers use for small files too. */
const elsewhere = 0xffff_ffff;

export const isZip = (bytes: Uint8Array) => [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte);

/**
 * The entries of an archive. Refuses one that adds up to more than 100 MB unpacked, one with a part that is no sheet
 * and no picture and yet larger than 16 MB (the shared strings of 60,000 pupils have 12), and hidden sizes: the
 * unpacker stops at the size declared here, but takes a declared zero for “unknown”.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const { count, begin } = findDirectory(view);
  const entries: ZipEntry[] = [];
  for (let at = begin; entries.length < count; at = nextEntry(view, at)) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged();
    entries.push(readEntry(bytes, view, at));
  }
  const unpackedBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const isTooLarge = (entry: ZipEntry) =>
    entry.unpackedBytes > partBytesMax && !/\/(worksheets|media)\//u.test(entry.name);
  if (unpackedBytes > unpackedBytesMax || entries.some(isTooLarge)) {
    throw fileUnreadable('文件解开后太大，请只留名册一张表、删去图片，或分成几个文件再上传');
  }
  return entries;
}

/** The content of one entry, which must be small enough to hold. */
export function unpack(bytes: Uint8Array, { at, packedBytes, unpackedBytes, isDeflated }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(begin, begin + packedBytes);
  return isDeflated ? inflateRawSync(packed, { maxOutputLength: unpackedBytes }) : packed;
}

function findDirectory(view: DataView): { count: number; begin: number } {
  const commentBytesMax = 0xffff;
  const earliest = Math.max(0, view.byteLength - 22 - commentBytesMax);
  let end = view.byteLength - 22;
  while (end >= earliest && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < earliest) throw damaged();
  const count = view.getUint16(end + 10, true);
  const directoryBytes = view.getUint32(end + 12, true);
  const begin = view.getUint32(end + 16, true);
  if (count !== 0xffff && directoryBytes !== elsewhere && begin !== elsewhere) return { count, begin };
  const end64 = readUint64(view, end - 20 + 8);
  return { count: readUint64(view, end64 + 32), begin: readUint64(view, end64 + 48) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const take = zip64Reader(view, nameEnd, nameEnd + view.getUint16(at + 30, true));
  const unpackedBytes = take(view.getUint32(at + 24, true));
  const packedBytes = take(view.getUint32(at + 20, true));
  const sizeComesLater = (view.getUint16(at + 8, true) & 8) !== 0;
  // An empty entry, deflated, is two bytes long.
  const isHiding = unpackedBytes === 0 ? packedBytes > 2 : packedBytes === 0;
  if (isHiding || (packedBytes === 0 && sizeComesLater)) throw damaged();
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    isDeflated: view.getUint16(at + 10, true) === 8,
    packedBytes,
    unpackedBytes,
    at: take(view.getUint32(at + 42, true)),
  };
}

/** The ZIP64 field holds, in this order, those of the sizes and the position that are kept there. */
function zip64Reader(view: DataView, from: number, to: number): (value: number) => number {
  let at = from;
  while (at + 4 <= to && view.getUint16(at, true) !== 0x0001) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  return (value) => {
    if (value !== elsewhere) return value;
    if (at + 8 > to) throw damaged();
    at += 8;
    return readUint64(view, at - 8);
  };
}

const nextEntry = (view: DataView, at: number) =>
  at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
const readUint64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const damaged = () => fileUnreadable('文件不完整或已损坏，请重新上传，或用 Excel、WPS 打开后另存为 .xlsx');
