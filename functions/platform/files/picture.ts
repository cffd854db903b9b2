/** Pictures that people upload: bytes that are what they say, kept under their hash and never changed. */
import { createHash } from 'node:crypto';
import type { PictureType } from '../../../shared/contracts/shapes.ts';
import { Problem } from '../problem.ts';
import type { Files } from './port.ts';

/** What a row keeps of a picture. */
export type StoredPicture = {
  readonly type: PictureType;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
};

const isBegunBy: Readonly<Record<PictureType, (bytes: Buffer) => boolean>> = {
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

/**
 * Keeps a picture in a folder of ours. The same picture again is the same file.
 * @param picture its content in Base64
 * @throws shape_invalid when the first bytes are not those of the type
 */
export async function putPicture(
  files: Files,
  folder: string,
  { type, content }: { readonly type: PictureType; readonly content: string },
): Promise<StoredPicture> {
  const bytes = Buffer.from(content, 'base64');
  if (!isBegunBy[type](bytes)) {
    throw new Problem('shape_invalid', { errors: [{ pointer: '/body/content', message: '不是所说的图片格式' }] });
  }
  const hash = createHash('sha256').update(bytes).digest('hex');
  await files.put(`${folder}/${hash}`, bytes);
  return { type, hash };
}

/** @throws not_found when the file is gone though its row is not */
export async function getPicture(files: Files, folder: string, { type, hash }: StoredPicture): Promise<File> {
  const bytes = await files.get(`${folder}/${hash}`);
  if (!bytes) throw new Problem('not_found');
  return new File([Uint8Array.from(bytes)], '', { type });
}

/** The query that makes the address of a changed picture another one. */
export const pictureVersion = ({ hash }: StoredPicture) => `v=${hash.slice(0, 12)}`;
