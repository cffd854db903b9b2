import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import type { Config } from './config.ts';
import { openFiles } from './files/open-files.ts';
import { type KeySource, loadKeys } from './identity/keys.ts';
import { type KeyRing, makeVault } from './identity/vault.ts';
import type { Messenger } from './messenger.ts';
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
  const vault = makeVault(await loadRing(config));
  const open = await storeOpener;
  const messengers = await loadMessengers(config);
  return { store: retrying(open()), vault, files: openFiles(config.files), messengers, newId, randomBytes };
}

/** A ULID of a given time: sortable by it, and as unpredictable as its 80 random bits. */
function newId(now: number): string {
  const random = randomBytes(randomLetters).values();
  return ulid(now, () => (random.next().value ?? 0) / 256);
}
/** Five bits each, the rest of a ULID's 26 letters tell its time. */
const randomLetters = 16;

/** The store alone, for whoever reads what is stored and opens no seal. */
export const openStore = async (config: Config): Promise<Store> => retrying((await loadStore(config))());

/** The keys themselves, for whoever moves a district from one deployment to another. */
export const loadRing = async (config: Config): Promise<KeyRing> => loadKeys(await keySource(config));

/** What reaches outside is a chunk of its own: most deployments have none. */
async function loadMessengers({ messengers }: Config): Promise<readonly Messenger[]> {
  return messengers ? (await import('./messengers/open-messengers.ts')).openMessengers(messengers) : [];
}

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
