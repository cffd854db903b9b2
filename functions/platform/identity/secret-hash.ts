import { argon2, timingSafeEqual } from 'node:crypto';

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}
/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB (in KiB), two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
export const saltBytes = 16;
const tagBytes = 32;

/** The PHC format's `keyid` names the pepper of a hash that was made elsewhere. */
const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)(?:,keyid=\w+)?\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
/** What a missing hash is compared with, so that an unknown account costs the same time as a known one. */
const nobody = toPhc(cost, Buffer.alloc(saltBytes), Buffer.alloc(tagBytes));

/**
 * Argon2id of a peppered secret, tens of milliseconds of one core, outside the event loop.
 * @returns a PHC string, which carries its own salt and cost
 */
export async function hashMessage(message: Uint8Array, salt: Uint8Array): Promise<string> {
  return toPhc(cost, salt, await derive(message, salt, cost, tagBytes));
}

/** Compares with a stored PHC string at the cost written there; a missing one costs the same and answers false. */
export async function matchesHash(message: Uint8Array, stored: string | undefined): Promise<boolean> {
  const parts = phc.exec(stored ?? nobody);
  if (!parts) throw new Error('A stored secret is not an argon2id PHC string');
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
  const [salt, tag] = parts.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer];
  const derived = await derive(message, salt, { memory, passes, parallelism }, tag.length);
  return timingSafeEqual(derived, tag) && stored !== undefined;
}

/** @returns the name of the pepper a stored hash was made with; empty for this deployment's own */
export const pepperOf = (stored = ''): string => /,keyid=(\w+)\$/.exec(stored)?.[1] ?? '';

/** A stored hash that leaves for another deployment, with the name of the pepper that it was made with. */
export const withPepperNamed = (stored: string, name: string): string =>
  pepperOf(stored) ? stored : stored.replace(/(,p=\d+)\$/, `$1,keyid=${name}$$`);

const derive = (message: Uint8Array, nonce: Uint8Array, at: Cost, tagLength: number) =>
  new Promise<Buffer>((resolve, reject) => {
    argon2('argon2id', { ...at, message, nonce, tagLength }, (fault, tag) => (fault ? reject(fault) : resolve(tag)));
  });

function toPhc({ memory, passes, parallelism }: Cost, salt: Uint8Array, tag: Uint8Array): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
