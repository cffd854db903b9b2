/**
 * `npm run restore -- --from backup --data-dir folder`: a new data folder from a backup, keys included. It is there
 * only when the audit finds the roots that the backup noted. Then stop the server and start it with `DATA_DIR=folder`.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from './server/backup.ts';
import { fail } from './server/sentence.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, 'data-dir': { type: 'string' } } });
  if (!values.from || !values['data-dir'])
    throw new Error('Usage: npm run restore -- --from <backup> --data-dir <new>');
  const dataDir = resolve(values['data-dir']);
  const { at, districts } = await restore(resolve(values.from), dataDir);
  const lines = districts.map(({ district, root, wallets }) => `${district}: ${wallets} wallets, root ${root}`);
  const made = new Date(at).toISOString();
  process.stdout.write(
    `${[`Restored what was there at ${made}; start with DATA_DIR=${dataDir}`, ...lines].join('\n')}\n`,
  );
}

run().catch(fail);
