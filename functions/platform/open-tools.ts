import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Config } from './config.ts';
import { bucketFiles } from './files/bucket.ts';
import { folderFiles } from './files/folder.ts';
import type { Files } from './files/port.ts';
import { type KeySource, loadKeys } from './identity/keys.ts';
import { makeVault } from './identity/vault.ts';
import type { Store } from './store/port.ts';
import { retrying } from './store/retrying.ts';
import type { Tools } from './tools.ts';

/**
 * The tools a function works with, as its configuration says. What only one kind of deployment needs is a chunk of its
 * own: the deployed bundles leave the embedded store out, and a laptop never loads the AWS SDK.
 */
export async function openTools(config: Config): Promise<Tools> {
  // Keys before the store's file: once there is data, keys are no longer made. Its code may come at the same time.
  const storeOpener = loadStore(config);
  const vault = makeVault(await loadKeys(await keySource(config)));
  const open = await storeOpener;
  return { store: retrying(open()), vault, files: openFiles(config), newId, randomBytes };
}

/** A ULID of a given time: sortable by it, and as unpredictable as its 80 random bits. */
const newId = (now: number) => ulid(now, () => (randomBytes(1)[0] ?? 0) / 256);

async function loadStore({ store, stage, dataDir }: Config): Promise<() => Store> {
  if (store.kind === 'embedded') {
    const { openEmbedded } = await import('./store/embedded/open-embedded.ts');
    return () => openEmbedded(dataDir);
  }
  const { openDynamo } = await import('./store/dynamo/open-dynamo.ts');
  return () => openDynamo({ ...store, stage });
}

async function keySource({ keys, store, dataDir }: Config): Promise<KeySource> {
  if ('secretId' in keys) return { ...keys, read: (await import('./identity/read-secret.ts')).readSecret };
  const mayMake = store.kind !== 'embedded' || !(await import('./store/embedded/open-embedded.ts')).hasData(dataDir);
  return { ...keys, mayMake };
}

function openFiles({ files }: Config): Files {
  return 'folder' in files ? folderFiles(files.folder) : bucketFiles(files.bucket);
}
