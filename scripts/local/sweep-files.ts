/** Removes files whose days are over, as the bucket's own rules do on AWS. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayMs } from '../../shared/rules/durations.ts';
import { filesKeptDays } from '../../shared/tables.ts';

/** @param now the machine's own clock, which is the one that files are dated by */
export async function sweepFiles(root: string, now: number): Promise<void> {
  for (const [kind, days] of Object.entries(filesKeptDays)) {
    const inside = await readdir(join(root, kind), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of inside.filter((entry) => entry.isFile())) {
      const place = join(file.parentPath, file.name);
      const { mtimeMs } = await stat(place);
      if (mtimeMs < now - days * dayMs) await rm(place, { force: true });
    }
  }
}
