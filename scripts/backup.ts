/**
 * `npm run backup -- --to folder [--keep 14]`: a backup of the single server in `DATA_DIR`, keys included, while it
 * serves. With `--keep` older backups in the same folder go. Exit code 1 also when the audit of the copy finds
 * something: then the backup is there, and somebody has to look.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasData } from '../functions/platform/store/embedded/open-embedded.ts';
import { backUp, keepLatest } from './server/backup.ts';
import { placesOf } from './server/places.ts';
import { fail } from './server/sentence.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string' }, keep: { type: 'string' } } });
  if (!values.to || !/^([1-9]\d*)?$/.test(values.keep ?? ''))
    throw new Error('Usage: npm run backup -- --to <folder> [--keep <number>]');
  const places = placesOf();
  if (!hasData(places.dataDir)) throw new Error(`There is no data in ${places.dataDir}.`);
  const to = resolve(values.to);
  const { folder, note } = await backUp(places, to, Date.now());
  const counted = note.districts.map(
    ({ district, root, wallets }) => `${district}: ${wallets} wallets, root ${root}\n`,
  );
  process.stdout.write(`${folder}\n${counted.join('')}`);
  if (values.keep) await keepLatest(to, Number(values.keep));
  const violations = note.districts.reduce((sum, district) => sum + district.violations, 0);
  if (violations > 0) throw new Error(`The audit finds ${violations} differences: see npm run audit.`);
}

run().catch(fail);
