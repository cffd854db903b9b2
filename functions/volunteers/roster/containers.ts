/** What a container says of itself, checked before anything in it is unpacked. */
import { fileUnreadable } from './file-unreadable.ts';

const unpackedBytesMax = 100_000_000;
const unreadable = '读不懂这个表格文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传';

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte);
export const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
export const isCompoundFile = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/**
 * Refuses a zip archive (.xlsx) whose directory adds up to more than 100 MB unpacked, or which hides a size: the
 * unpacker stops each entry at the size declared here, but takes a declared zero for “unknown”.
 */
export function checkZip(bytes: Uint8Array): void {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  // A full count or size points to a second directory, which only archives beyond 4 GB need.
  if (view.getUint16(end + 10, true) === 0xffff || view.getUint32(end + 12, true) === 0xffff_ffff) {
    throw fileUnreadable(unreadable);
  }
  let at = view.getUint32(end + 16, true);
  let unpackedBytes = 0;
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw fileUnreadable(unreadable);
    const declaredBytes = unpackedSize(view, at);
    const packedBytes = view.getUint32(at + 20, true);
    const sizeComesLater = (view.getUint16(at + 8, true) & 8) !== 0;
    // An empty entry, deflated, is two bytes long.
    if (declaredBytes === 0 ? packedBytes > 2 : packedBytes === 0) throw fileUnreadable(unreadable);
    if (packedBytes === 0 && sizeComesLater) throw fileUnreadable(unreadable);
    unpackedBytes += declaredBytes;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (unpackedBytes > unpackedBytesMax) throw fileUnreadable('文件解开后超过 100 MB，请删去图片或分成几个文件再上传');
}

/**
 * Refuses a compound file (.xls) whose sector table claims more sectors than the file has: reading in a circle
 * through such a table would fill the memory.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  const view = viewOf(bytes);
  if (bytes.length < 512) throw fileUnreadable(unreadable);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) throw fileUnreadable(unreadable);
  const sectorBytes = 2 ** sectorShift;
  const sectorsPerTableSector = sectorBytes / 4;
  const tableSectorsMax = Math.ceil(bytes.length / sectorBytes / sectorsPerTableSector);
  if (view.getUint32(44, true) > tableSectorsMax) throw fileUnreadable(unreadable);
}

function endOfDirectory(view: DataView): number {
  const longestComment = 0xffff;
  const earliest = Math.max(0, view.byteLength - 22 - longestComment);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw fileUnreadable('文件不完整，可能没有传完，请重新上传');
}

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
