/**
 * A backup of a single server: the store, the keys and the files in one folder, made while the server serves. The
 * store is copied first and files are never changed, so that every file a row speaks of is there. A backup appears
 * whole or not at all, counted anew by the audit, whose roots it carries: a restored folder must have the same.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, cp, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { copyData } from '../../functions/platform/store/embedded/copy-data.ts';
import { fileIn, openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { release } from '../../shared/release.ts';
import { auditStore } from '../audit/audit-store.ts';

/** Where a single server's data lies. */
export interface Places {
  readonly dataDir: string;
  readonly keysFile: string;
  readonly filesFolder: string;
}

const noted = z.object({
  format: z.literal(1),
  program: z.string(),
  /** Epoch milliseconds. */
  at: z.number().int(),
  /** SHA-256 of the store's file. */
  store: z.string(),
  districts: z.array(
    z.object({ district: z.string(), root: z.string(), wallets: z.number().int(), violations: z.number().int() }),
  ),
});
export type Noted = z.output<typeof noted>;
const noteName = 'backup.json';
const namePattern = /^timebank-\d{8}T\d{6}Z$/;

/** @returns the backup's folder, a new one inside `to`, and what it notes */
export async function backUp(places: Places, to: string, now: number): Promise<{ folder: string; note: Noted }> {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const folder = join(to, `timebank-${stamp}`);
  const draft = join(to, `.${stamp}.part`);
  if (existsSync(folder)) throw new Error(`The backup ${folder} is there already.`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  copyData(places.dataDir, draft);
  await chmod(fileIn(draft), 0o600);
  await copySecret(places.keysFile, join(draft, 'keys'));
  await copyFolder(places.filesFolder, join(draft, 'files'));
  await copyFolder(join(places.dataDir, 'certificate'), join(draft, 'certificate'));
  const districts = await countedIn(draft);
  const note: Noted = { format: 1, program: release, at: now, store: await hashOf(fileIn(draft)), districts };
  await write(join(draft, noteName), `${JSON.stringify(note, null, 2)}\n`);
  await rename(draft, folder);
  await settle(to);
  return { folder, note };
}

/**
 * Makes a data folder from a backup; it appears whole or not at all.
 * @throws Error with one sentence when the folder is in use, the backup is damaged, or the audit finds other roots
 */
export async function restore(from: string, dataDir: string): Promise<Noted> {
  const note = await readNote(from);
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0)
    throw new Error(`The folder ${dataDir} is not empty; a backup is restored into a new one.`);
  const draft = `${dataDir}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await copySecret(fileIn(from), fileIn(draft));
  if ((await hashOf(fileIn(draft))) !== note.store) throw new Error(`The store in ${from} is damaged.`);
  await copySecret(join(from, 'keys'), join(draft, 'keys'));
  await copyFolder(join(from, 'files'), join(draft, 'files'));
  await copyFolder(join(from, 'certificate'), join(draft, 'certificate'));
  const counted = await countedIn(draft);
  if (JSON.stringify(counted) !== JSON.stringify(note.districts))
    throw new Error(`The backup in ${from} is damaged: the audit counts otherwise than when it was made.`);
  await rm(dataDir, { recursive: true, force: true });
  await rename(draft, dataDir);
  await settle(dirname(dataDir));
  return note;
}

/** Removes all but the latest backups in a folder. @returns what was removed */
export async function keepLatest(to: string, count: number): Promise<string[]> {
  const names = (await readdir(to)).filter((name) => namePattern.test(name) && existsSync(join(to, name, noteName)));
  const old = names.sort().slice(0, -count);
  for (const name of old) await rm(join(to, name), { recursive: true });
  return old;
}

async function readNote(from: string): Promise<Noted> {
  const text = await readFile(join(from, noteName), 'utf8').catch(() => '');
  const { data } = noted.safeParse(text && JSON.parse(text));
  if (!data) throw new Error(`The folder ${from} is no backup of this program.`);
  return data;
}

async function countedIn(folder: string): Promise<Noted['districts']> {
  const store = openEmbedded(folder);
  try {
    const { districts } = await auditStore(store);
    return districts.map(({ district, root, wallets, violations }) => ({
      district,
      root,
      wallets,
      violations: violations.length,
    }));
  } finally {
    store.close();
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function copySecret(from: string, to: string): Promise<void> {
  await cp(from, to);
  await chmod(to, 0o600);
  await settle(to);
}

async function copyFolder(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  // A name with a dot in front is a file that is being written.
  await cp(from, to, { recursive: true, filter: (path) => !/\/\.[^/]+$/.test(path.slice(from.length)) });
}

async function write(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  await handle.writeFile(text);
  await handle.sync();
  await handle.close();
}

/** Has the disk keep what was written into a file, or which names a folder has. */
async function settle(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
