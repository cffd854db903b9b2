/**
 * What could not be sent for want of a network, kept on the phone until it was: in IndexedDB, so that it outlives the
 * page and the browser. It holds what its owner's account may send again, under the key of the first try, and nothing
 * of it stays after signing out. Redemptions are never kept: what one takes home has to be there.
 */

export interface Kept<Content> {
  /** The idempotency key of every try. */
  readonly key: string;
  readonly account: string;
  /** What it is, for the page that sends it. */
  readonly subject: string;
  readonly content: Content;
  /** The problem's code, after a definite no: for a person to decide. */
  readonly refused?: string;
}

const database = 'timebank';
const box = 'outbox';
/** Where storage is switched off it lasts as long as the page. */
const inMemory = new Map<string, Kept<unknown>>();

/** Keeps something before it is sent, or as it is now. */
export async function keep<Content>(kept: Kept<Content>): Promise<void> {
  inMemory.set(kept.key, kept);
  await work('readwrite', (store) => store.put(kept));
}

export async function drop(key: string): Promise<void> {
  inMemory.delete(key);
  await work('readwrite', (store) => store.delete(key));
}

/** What waits of this account on a subject; what another account left on this phone goes. */
export async function keptOf<Content>(account: string, subject: string): Promise<Kept<Content>[]> {
  const stored = (await work<Kept<Content>[]>('readonly', (store) => store.getAll())) ?? [...inMemory.values()];
  const foreign = stored.filter((kept) => kept.account !== account);
  for (const { key } of foreign) await drop(key);
  return stored.filter((kept) => kept.account === account && kept.subject === subject) as Kept<Content>[];
}

/** To be called when somebody signs out: kept writes, drafts and keys all go. */
export async function forgetKept(): Promise<void> {
  inMemory.clear();
  await work('readwrite', (store) => store.clear());
  try {
    sessionStorage.clear();
  } catch {
    return;
  }
}

/** @returns undefined where the browser refuses storage */
async function work<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Result | undefined> {
  const opened = await open().catch(() => undefined);
  if (!opened) return undefined;
  try {
    return await done<Result>(ask(opened.transaction(box, mode).objectStore(box)));
  } finally {
    opened.close();
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(database, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(box, { keyPath: 'key' });
  return done(request);
}

const done = <Result>(request: IDBRequest): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
