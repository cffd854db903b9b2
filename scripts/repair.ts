/**
 * `npm run repair -- [--archive folder]`: repairs what is torn in the configured store, a copy that nobody else writes
 * to, district by district, and prints what only a person can decide. With the folder of archived streams nothing that
 * was posted is lost. Exit code 1 while there is somebody needed, or the audit finds what is on no list.
 */
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { openTools } from '../functions/platform/open-tools.ts';
import { readArchived } from '../functions/platform/store/archive.ts';
import { hasData } from '../functions/platform/store/embedded/open-embedded.ts';
import { auditStore } from './audit/audit-store.ts';
import { archivedEntries } from './repair/archived-entries.ts';
import { repairDistrict } from './repair/repair-store.ts';
import { holdFolder } from './server/hold-folder.ts';
import { fail } from './server/sentence.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { archive: { type: 'string' } } });
  const config = readConfig();
  if (config.store.kind === 'embedded') {
    // A store that is opened is made where there is none, and would have nothing left to repair.
    if (!hasData(config.dataDir)) throw new Error(`There is no data in ${config.dataDir}: set DATA_DIR.`);
    holdFolder(config.dataDir);
  }
  const archived = archivedEntries(values.archive ? await read(resolve(values.archive)) : []);
  const tools = await openTools(config);
  let cases = 0;
  const { districts } = await auditStore(tools.store);
  for (const { district, violations } of districts) {
    const done = await repairDistrict(tools, district, { now: Date.now(), archived: archived.get(district) });
    const told = `${district}: ${violations.length} differences, ${done.writes} rows put right`;
    process.stdout.write(`${[told, ...done.cases.map(({ says }) => `  look at ${says}`)].join('\n')}\n`);
    cases += done.cases.length;
  }
  const left = (await auditStore(tools.store)).districts.flatMap(({ violations }) => violations);
  process.stdout.write(`${left.length} differences are left.\n${left.map((line) => `  ${line}\n`).join('')}`);
  process.exitCode = cases + left.length > 0 ? 1 : 0;
}

async function read(folder: string) {
  const files = globSync('**/*.jsonl.gz', { cwd: folder }).sort();
  if (files.length === 0) throw new Error(`There is nothing of an archive in ${folder}.`);
  const changes = await Promise.all(files.map(async (file) => readArchived(await readFile(join(folder, file)))));
  return changes.flat();
}

run().catch(fail);
