/**
 * Writes from a browser. The key of a write is made and kept before it is sent: whatever is sent again — a second tap,
 * a reload after silence — is the same request to the server, until it has given a definite answer.
 */
import { offline, problemOf, Refused } from './problem.ts';
import { type AnswerOf, type Asked, type BodyOf, pathOf, type ReadName, type WriteName } from './read.ts';

export interface Sent<N extends WriteName> extends Pick<Asked, 'params'> {
  readonly body: BodyOf<N>;
  /** Of whoever keeps the write and its key elsewhere; made and kept here when absent. */
  readonly key?: string;
}

/** Reads a path as the signed-in person. @throws Refused */
export async function fetchRead<N extends ReadName>(path: string): Promise<AnswerOf<N>> {
  const response = await ask(path, { headers: { accept: 'application/json' } });
  return response.json();
}

/** @throws Refused; with code `offline` or `outcome_unknown` the same call may be made again */
export async function send<N extends WriteName>(name: N, { params, body, key: own }: Sent<N>): Promise<AnswerOf<N>> {
  const path = pathOf(name, { params });
  const method = name.slice(0, name.indexOf(' '));
  const content = JSON.stringify(body ?? {});
  const kept = `key ${method} ${path} ${digest(content)}`;
  const key = own ?? keyOf(kept);
  try {
    const response = await ask(path, {
      method,
      body: content,
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
    });
    forget(kept);
    return await response.json();
  } catch (error) {
    if (error instanceof Refused && error.problem.keySpent) forget(kept);
    throw error;
  }
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch(() => {
    throw new Refused(offline);
  });
  if (!response.ok) throw new Refused(await problemOf(response));
  return response;
}

/** Storage may be switched off; then a key lives as long as its call. */
function keyOf(kept: string): string {
  try {
    const known = sessionStorage.getItem(kept);
    if (known) return known;
    const made = newKey();
    sessionStorage.setItem(kept, made);
    return made;
  } catch {
    return newKey();
  }
}

function forget(kept: string): void {
  try {
    sessionStorage.removeItem(kept);
  } catch {
    return;
  }
}

/** A version 4 UUID; `crypto.randomUUID` is missing where a school's network serves plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Tells bodies apart without keeping what is in them: FNV-1a, twice 32 bits. */
function digest(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(index), 0x85ebca6b);
  }
  return `${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}
