/** Compresses what a browser is sent. Loaded with the first page: the API has no need of it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export const compressors = {
  br: (html: string) => brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (content: string | Uint8Array) => gzipped(content),
} as const;
