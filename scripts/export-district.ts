/**
 * `npm run export-district -- --district <id or name> --to file [--stage prod --region cn-north-1]`: a district with
 * its items, files and keys in one file that opens with the passphrase in `TIMEBANK_PASSPHRASE`. A single server serves
 * on: a copy is exported. A deployment on DynamoDB has to be at rest, and its files stay in their bucket. Where several
 * districts share a store's keys, `--with-shared-keys` says that whoever gets the file may have them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { districtNameAt } from '../functions/district/rows.ts';
import { readConfig } from '../functions/platform/config.ts';
import { loadRing, openStore } from '../functions/platform/open-tools.ts';
import { copyData } from '../functions/platform/store/embedded/copy-data.ts';
import { hasData, openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import type { Store } from '../functions/platform/store/port.ts';
import { readDistricts } from './audit/stored.ts';
import { deploymentOptions, workOn } from './deployment.ts';
import { exportDistrict } from './district/export-district.ts';
import { writeSealed } from './district/sealed-file.ts';
import { fail } from './server/sentence.ts';

const options = {
  district: { type: 'string' },
  to: { type: 'string' },
  'with-shared-keys': { type: 'boolean' },
  ...deploymentOptions,
} as const;

async function run(): Promise<void> {
  const { values } = parseArgs({ options });
  const passphrase = process.env.TIMEBANK_PASSPHRASE;
  if (!values.district || !values.to || !passphrase)
    throw new Error('Usage: TIMEBANK_PASSPHRASE=… npm run export-district -- --district <id or name> --to <file>');
  workOn(values);
  const config = readConfig();
  const keys = await loadRing(config);
  const { store, done } = await openCopy(dirname(resolve(values.to)));
  try {
    const [named] = await store.get([districtNameAt(values.district)]);
    const district = String(named?.district ?? values.district);
    const shared = (await readDistricts(store, ['District'])).size > 1 && keys.moved?.[district] === undefined;
    if (shared && !values['with-shared-keys'])
      throw new Error('Other districts have the same keys; say --with-shared-keys if whoever gets this file may too.');
    const areHere = config.store.kind === 'embedded' && 'folder' in config.files;
    const filesFolder = areHere ? resolve(config.files.folder) : undefined;
    await writeSealed(resolve(values.to), passphrase, exportDistrict({ store, keys, filesFolder }, district));
    const files = filesFolder
      ? ''
      : ` Its files are still in the bucket, under ${district}/ and evidence/${district}/.`;
    process.stdout.write(`${district} is in ${resolve(values.to)}.${files}\n`);
  } finally {
    await done();
  }
}

/** A store that nobody writes to: a copy beside the archive, or the deployment's own. */
async function openCopy(folder: string): Promise<{ store: Store; done(): Promise<void> }> {
  const config = readConfig();
  if (config.store.kind === 'dynamodb') return { store: await openStore(config), done: async () => {} };
  if (!hasData(config.dataDir)) throw new Error(`There is no data in ${config.dataDir}.`);
  const copy = await mkdtemp(join(folder, '.export-'));
  copyData(config.dataDir, copy);
  const store = openEmbedded(copy);
  return {
    store,
    async done() {
      store.close();
      await rm(copy, { recursive: true, force: true });
    },
  };
}

run().catch(fail);
