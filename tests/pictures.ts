/** Pictures as small as their first bytes, and bodies that carry them. */
import type { PictureType } from '../shared/contracts/shapes.ts';

export const jpeg = (bytes = 40) => Buffer.concat([Buffer.from('ffd8ffe0', 'hex')], bytes);
export const png = (bytes = 40) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex')], bytes);
export const webp = (bytes = 40) => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')], bytes);

export const picture = <T extends PictureType>(type: T, bytes: Buffer) => ({ type, content: bytes.toString('base64') });
