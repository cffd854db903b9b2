/** How far the streams have been worked on, kept beside the tables: DynamoDB Local keeps both as long. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PositionsFile {
  /** What was written last; nothing at first, when the streams are read from their beginning. */
  readonly positions: ReadonlyMap<string, string>;
  write(positions: ReadonlyMap<string, string>): Promise<void>;
}

export async function openPositions(dataDir: string): Promise<PositionsFile> {
  const file = join(dataDir, 'streams.json');
  const known = await readFile(file, 'utf8').catch(() => '{}');
  return {
    positions: new Map(Object.entries<string>(JSON.parse(known))),
    async write(positions) {
      await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(positions)));
      await rename(`${file}.new`, file);
    },
  };
}
