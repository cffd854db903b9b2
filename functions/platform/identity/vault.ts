import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes as systemRandomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { hashMessage, matchesHash, pepperOf, saltBytes } from './secret-hash.ts';

/** Independent secrets of 32 bytes each. Losing `personal` or `index` loses every name and every sign-in. */
export interface Keys {
  /** Seals personal data. */
  readonly personal: Uint8Array;
  /** Makes searchable what must not be readable: numbers, logins, one-time codes. */
  readonly index: Uint8Array;
  /** Signs what travels through a client's hands: cursors, check-in codes. */
  readonly signing: Uint8Array;
  /** The signing key before this one, for as long as what it signed is good. */
  readonly signingBefore?: Uint8Array;
  /** Is mixed into every PIN and password before it is hashed. */
  readonly pepper: Uint8Array;
}
/** A deployment's own keys, and those of others that districts were sealed with before they moved here. */
export interface KeyRing extends Keys {
  /** By district: everything whose context begins with it keeps its keys. */
  readonly moved?: Readonly<Record<string, Omit<Keys, 'pepper'>>>;
  /** By the name that a stored hash carries. */
  readonly peppers?: Readonly<Record<string, Uint8Array>>;
}

/** Everything that needs a key. The keys themselves are never handed out. */
export interface Vault {
  /**
   * Encrypts JSON content so that it opens only in the same context, e.g. `district|person`: an attribute copied to
   * another person's item does not open. Each call gives other bytes, 29 more than the JSON is long.
   */
  sealPersonal(context: string, content: unknown): Uint8Array;
  /** @throws Error, without saying what was inside, when the bytes were changed or belong to another context */
  openPersonal(context: string, bytes: Uint8Array): unknown;
  /** 22 characters that are equal for equal texts of one kind and say nothing else. The caller normalises the text. */
  blindIndex(kind: string, text: string): string;
  /** A signature of 22 characters, good for this purpose only. */
  sign(purpose: string, text: string): string;
  verify(purpose: string, text: string, signature: string): boolean;
  /** @returns a PHC string for the account's row; two calls with one secret give different strings */
  hashSecret(secret: string): Promise<string>;
  /** False without a stored hash, after the same work as with one: a stranger cannot find out who has an account. */
  checkSecret(secret: string, stored: string | undefined): Promise<boolean>;
}

/** @param options.randomBytes replaces the system's source of randomness; for the simulator only */
export function makeVault(keys: KeyRing, options: { randomBytes?: (count: number) => Uint8Array } = {}): Vault {
  const randomBytes = options.randomBytes ?? systemRandomBytes;
  const own = toolsOf(keys);
  const moved = new Map(Object.entries(keys.moved ?? {}).map(([district, theirs]) => [district, toolsOf(theirs)]));
  const of = (text: string) => moved.get(text.slice(0, Math.max(0, text.indexOf('|')))) ?? own;
  const sign: Vault['sign'] = (purpose, text) => of(text).sign(purpose, text);
  // NFKC: a phone's input method may send full-width digits for the same PIN.
  const pepper = (secret: string, key = keys.pepper) =>
    createHmac('sha256', key).update(secret.normalize('NFKC')).digest();
  return {
    sealPersonal: (context, content) => seal(of(context).personal, context, content, randomBytes(nonceBytes)),
    openPersonal: (context, bytes) => open(of(context).personal, context, bytes),
    blindIndex: (kind, text) => of(text).index(kind, text),
    sign,
    verify: (purpose, text, signature) =>
      [sign, of(text).signBefore].some((made) => made !== undefined && isSame(made(purpose, text), signature)),
    hashSecret: async (secret) => hashMessage(pepper(secret), randomBytes(saltBytes)),
    checkSecret: async (secret, stored) => matchesHash(pepper(secret, keys.peppers?.[pepperOf(stored)]), stored),
  };
}

/** Made once: a cipher that is given bytes makes such an object each time, which takes longer than opening a class. */
const toolsOf = ({ personal, index, signing, signingBefore }: Omit<Keys, 'pepper'>) => ({
  personal: createSecretKey(personal),
  index: authenticator(index),
  sign: authenticator(signing),
  signBefore: signingBefore && authenticator(signingBefore),
});

/** First byte of what is sealed: AES-256-GCM, then 12 bytes nonce, 16 bytes tag, and the text. */
const version = 1;
/** NIST SP 800-38D §8.3: random nonces of 12 bytes are safe for 2³² seals with one key. */
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

function seal(key: KeyObject, context: string, content: unknown, nonce: Uint8Array): Uint8Array {
  const text = JSON.stringify(content);
  if (text === undefined) throw new Error('Only JSON content can be sealed');
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(context));
  const sealed = [cipher.update(text, 'utf8'), cipher.final()];
  return new Uint8Array(Buffer.concat([Uint8Array.of(version), nonce, cipher.getAuthTag(), ...sealed]));
}

function open(key: KeyObject, context: string, bytes: Uint8Array): unknown {
  if (bytes[0] !== version || bytes.length < headBytes) throw new Error('Sealed content has an unknown format');
  const nonce = bytes.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(1 + nonceBytes, headBytes));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()]).toString('utf8'));
}

/**
 * HMAC-SHA-256 cut to 128 bits, with a key of its own for each kind: equal texts of two kinds do not look equal. The
 * kinds are words of the program, few, and their keys are made once: an import asks for 150,000 of these.
 */
function authenticator(key: Uint8Array): (kind: string, text: string) => string {
  const keyOfKind = new Map<string, KeyObject>();
  return (kind, text) => {
    let kindKey = keyOfKind.get(kind);
    if (!kindKey) {
      kindKey = createSecretKey(createHmac('sha256', key).update(kind).digest());
      keyOfKind.set(kind, kindKey);
    }
    return createHmac('sha256', kindKey).update(text).digest().subarray(0, 16).toString('base64url');
  };
}

/** Compares the written forms, so that a signature has exactly one spelling. */
function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
