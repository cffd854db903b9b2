import type { Config } from '../config.ts';
import { bucketFiles } from './bucket.ts';
import { folderFiles } from './folder.ts';
import type { Files } from './port.ts';

/** A folder on a laptop or single server, a bucket on AWS. */
export const openFiles = (place: Config['files']): Files =>
  'folder' in place ? folderFiles(place.folder) : bucketFiles(place.bucket);
