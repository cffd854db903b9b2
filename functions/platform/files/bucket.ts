import type { Files } from './port.ts';

/** Files in a bucket. Most requests touch none, so its client is loaded with the first file. */
export function bucketFiles(bucket: string): Required<Files> {
  let opened: Promise<Required<Files>> | undefined;
  const open = () => (opened ??= import('./s3.ts').then(({ s3Files }) => s3Files(bucket)));
  return {
    put: async (path, bytes) => (await open()).put(path, bytes),
    get: async (path) => (await open()).get(path),
    link: async (path, fetched) => (await open()).link(path, fetched),
  };
}
