import { resolve } from 'node:path';
import { readConfig } from '../../functions/platform/config.ts';
import type { Places } from './backup.ts';

/** @throws Error with one sentence where the data is not on this machine's disk */
export function placesOf({ store, dataDir, keys, files } = readConfig()): Places {
  if (store.kind !== 'embedded' || !('file' in keys) || !('folder' in files))
    throw new Error('This is for a single server: data on AWS is backed up there (docs/operate.md).');
  return { dataDir: resolve(dataDir), keysFile: resolve(keys.file), filesFolder: resolve(files.folder) };
}
