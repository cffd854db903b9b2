import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Keys } from './vault.ts';

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
export async function loadKeys(source: KeySource): Promise<Keys> {
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

/** The text of a key file and of the secret on AWS: a JSON object of base64url strings. */
export function formatKeys(keys: Keys): string {
  const entries = Object.entries(keys).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64url')]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function parseKeys(text: string, place: string): Keys {
  const given = jsonOf(text, place);
  const key = (name: keyof Keys) => {
    const bytes = bytesOf(given[name]);
    if (bytes?.length === keyBytes) return bytes;
    throw new Error(`The ${place} is broken: "${name}" must be ${keyBytes} bytes in base64url.`);
  };
  return { personal: key('personal'), index: key('index'), signing: key('signing'), pepper: key('pepper') };
}

function jsonOf(text: string, place: string): Readonly<Record<string, unknown>> {
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

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
