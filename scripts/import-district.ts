/**
 * `npm run import-district -- --from file [--stage prod --region cn-north-1]`: puts a district that was exported
 * elsewhere into a deployment or the configured store, with the passphrase in `TIMEBANK_PASSPHRASE`. On a single server
 * the server is stopped meanwhile; a deployment's functions start anew after it, because they read the keys when they
 * start. What is counted then is what was counted there.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../functions/platform/config.ts';
import { openFiles } from '../functions/platform/files/open-files.ts';
import { formatKeys, replaceKeys } from '../functions/platform/identity/keys.ts';
import type { KeyRing } from '../functions/platform/identity/vault.ts';
import { loadRing, openStore } from '../functions/platform/open-tools.ts';
import { hasData, openEmbedded } from '../functions/platform/store/embedded/open-embedded.ts';
import type { Store } from '../functions/platform/store/port.ts';
import { deploymentOptions, startAnew, workOn } from './deployment.ts';
import { type Imported, importDistrict } from './district/import-district.ts';
import { readSealed } from './district/sealed-file.ts';
import { embeddedFeed } from './local/embedded-feed.ts';
import { holdFolder } from './server/hold-folder.ts';
import { fail } from './server/sentence.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' }, ...deploymentOptions } });
  const passphrase = process.env.TIMEBANK_PASSPHRASE;
  if (!values.from || !passphrase)
    throw new Error('Usage: TIMEBANK_PASSPHRASE=… npm run import-district -- --from <file>');
  const from = resolve(values.from);
  if (!existsSync(from)) throw new Error(`There is no file ${from}, or this user may not look there.`);
  workOn(values);
  const config = readConfig();
  if (config.store.kind === 'dynamodb' && 'folder' in config.files)
    throw new Error('Name the bucket of the deployment in FILES_BUCKET: its pictures would be left in the clear here.');
  const keys = await knownKeys(config);
  const into = async (store: Store) =>
    importDistrict({ store, files: openFiles(config.files), keys, keep: keepIn(config) }, () =>
      readSealed(from, passphrase),
    );
  const done =
    config.store.kind === 'embedded' ? await intoFolder(config.dataDir, into) : await into(await openStore(config));
  process.stdout.write(`${report(done)}\n`);
  if (config.store.kind !== 'dynamodb') return;
  const { stage, store } = config;
  process.stdout.write(`Before anybody is served, have the functions read its keys:\n`);
  process.stdout.write(`${startAnew({ stage, region: store.region })}\n`);
}

/** None on a machine where nothing has ever been: the district's keys become its own. */
async function knownKeys(config: Config): Promise<KeyRing | undefined> {
  const isNew = 'file' in config.keys && !existsSync(config.keys.file);
  const isEmpty = config.store.kind === 'dynamodb' || !hasData(config.dataDir);
  return isNew && isEmpty ? undefined : loadRing(config);
}

const keepIn =
  ({ keys }: Config) =>
  async (ring: KeyRing): Promise<void> => {
    if ('file' in keys) return replaceKeys(keys.file, ring);
    const { writeSecret } = await import('../functions/platform/identity/write-secret.ts');
    await writeSecret(keys.secretId, formatKeys(ring));
  };

/** What the items brought about was done where they come from: the streams go on after them. */
async function intoFolder(dataDir: string, into: (store: Store) => Promise<Imported>): Promise<Imported> {
  const held = holdFolder(dataDir);
  const store = openEmbedded(dataDir);
  try {
    const done = await into(store);
    const feed = embeddedFeed(store);
    for (let changes = await feed.read(); changes.length > 0; changes = await feed.read()) {
      const last = changes.at(-1);
      if (last) await feed.finish(last);
    }
    return done;
  } finally {
    store.close();
    held.release();
  }
}

const report = ({ name, district, items, wallets, root, codesLost }: Imported) =>
  [
    `${name} (${district}): ${items} items, ${wallets} wallets, root ${root}, as where it comes from.`,
    ...(codesLost > 0 ? [`${codesLost} printed codes cannot be used here: print those cards anew.`] : []),
  ].join('\n');

run().catch(fail);
