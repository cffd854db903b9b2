import { fileUnreadable } from './file-unreadable.ts';

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Whether these are the bytes of an .xls, or of a workbook with a password. */
export const isCompoundFile = (bytes: Uint8Array) => signature.every((byte, index) => bytes[index] === byte);

/**
 * Refuses a compound file whose sector table claims more sectors than the file has: reading in a circle through such a
 * table would fill the memory.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = bytes.length < 512 ? 0 : 2 ** view.getUint16(30, true);
  const sectorsPerTableSector = sectorBytes / 4;
  const tableSectorsMax = Math.ceil(bytes.length / sectorBytes / sectorsPerTableSector);
  if ((sectorBytes !== 512 && sectorBytes !== 4096) || view.getUint32(44, true) > tableSectorsMax) {
    throw fileUnreadable('读不懂这个 .xls 文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传');
  }
}
