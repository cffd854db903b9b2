import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyRing, Keys } from './vault.ts';

const keyBytes = 32;

/** Where the keys are: a file on a laptop or single server, a secret on AWS (its JSON text is read by `read`). */
export type KeySource =
  | {
      readonly file: string;
      /** False where data already exists: new keys could not open it. */
      readonly mayMake: boolean;
    }
  | { readonly secretId: string; readonly read: (secretId: string) => Promise<string> };

/** @throws Error with one sentence for the operator, never with key material */
export async function loadKeys(source: KeySource): Promise<KeyRing> {
  if ('secretId' in source) return parseKeys(await source.read(source.secretId), `secret ${source.secretId}`);
  const place = `key file ${source.file}`;
  const text = await textOf(source.file);
  if (text !== undefined) return parseKeys(text, place);
  if (!source.mayMake) throw new Error(`The ${place} is missing; put it back, the data cannot be read without it.`);
  await writeOnce(source.file, formatKeys(newKeys()));
  return parseKeys(await readFile(source.file, 'utf8'), place);
}

export function newKeys(): Keys {
  const key = () => new Uint8Array(randomBytes(keyBytes));
  return { personal: key(), index: key(), signing: key(), pepper: key() };
}

/**
 * A new key to sign with, beside the one that signed until now, also for each district that has brought its own. The
 * others stay as they are: what they sealed, indexed and hashed would be lost with them.
 */
export const rotateSigning = (keys: KeyRing): KeyRing => ({
  ...signingAnew(keys),
  ...(keys.moved && {
    moved: Object.fromEntries(Object.entries(keys.moved).map(([district, theirs]) => [district, signingAnew(theirs)])),
  }),
});

const signingAnew = <Ring extends Pick<Keys, 'signing'>>(keys: Ring) => ({
  ...keys,
  signing: newKeys().signing,
  signingBefore: keys.signing,
});

/** The text of a key file and of the secret on AWS: a JSON object of base64url strings. */
export function formatKeys(keys: KeyRing): string {
  const text = (_: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64url') : value;
  return `${JSON.stringify(keys, text, 2)}\n`;
}

/** @param place what the sentence of a refusal calls it */
export function parseKeys(text: string, place: string): KeyRing {
  const { moved, peppers, ...own } = jsonOf(text, place);
  return {
    ...sealingKeys(own, place),
    pepper: keyIn(own, 'pepper', place),
    ...(moved !== undefined && { moved: mapped(moved, (theirs) => sealingKeys(Object(theirs), place)) }),
    ...(peppers !== undefined && { peppers: mapped(peppers, (_, name, all) => keyIn(all, name, place)) }),
  };
}

type Json = Readonly<Record<string, unknown>>;

const sealingKeys = (given: Json, place: string) => ({
  personal: keyIn(given, 'personal', place),
  index: keyIn(given, 'index', place),
  signing: keyIn(given, 'signing', place),
  ...(given.signingBefore !== undefined && { signingBefore: keyIn(given, 'signingBefore', place) }),
});

function keyIn(given: Json, name: string, place: string): Uint8Array {
  const bytes = bytesOf(given[name]);
  if (bytes?.length === keyBytes) return bytes;
  throw new Error(`The ${place} is broken: "${name}" must be ${keyBytes} bytes in base64url.`);
}

function mapped<T>(given: unknown, one: (value: unknown, name: string, all: Json) => T): Record<string, T> {
  const all: Json = Object(given);
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, one(value, name, all)]));
}

function jsonOf(text: string, place: string): Json {
  try {
    return Object(JSON.parse(text));
  } catch {
    // The parser's own message quotes the text.
    throw new Error(`The ${place} is broken: it is not JSON.`);
  }
}

const bytesOf = (value: unknown) =>
  typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value)
    ? new Uint8Array(Buffer.from(value, 'base64url'))
    : undefined;

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Error(`The key file ${file} cannot be read; check its owner and mode.`);
  }
}

/** Appears whole or not at all, and never over another one: of processes that start at once, the first one wins. */
async function writeOnce(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

/** Puts a ring in a key file's place, whole or not at all. */
export async function replaceKeys(file: string, ring: KeyRing): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(formatKeys(ring));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
