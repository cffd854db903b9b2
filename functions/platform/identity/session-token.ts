import { hash } from 'node:crypto';

/** `{district}.{account}.{256 random bits}`: says where its row is, so that a request finds it by primary key. */
const shape = /^([\w-]{1,40})\.([\w-]{1,40})\.[\w-]{43}$/;
const randomPartBytes = 32;

export interface SessionToken {
  readonly district: string;
  readonly account: string;
  /** SHA-256 of the whole token in base64url: all that is stored, so that a leaked table signs nobody in. */
  readonly hash: string;
}

/** @throws Error when an id could not be read back from the token */
export function makeSessionToken(
  district: string,
  account: string,
  randomBytes: (count: number) => Uint8Array,
): SessionToken & { readonly token: string } {
  const token = `${district}.${account}.${Buffer.from(randomBytes(randomPartBytes)).toString('base64url')}`;
  const parsed = parseSessionToken(token);
  if (!parsed) throw new Error('A session token needs ids of at most 40 letters, digits, _ or -');
  return { token, ...parsed };
}

/** @returns undefined for anything that is not shaped like a token; only the row says whether it is a good one */
export function parseSessionToken(token: string): SessionToken | undefined {
  const [, district, account] = shape.exec(token) ?? [];
  if (!district || !account) return undefined;
  return { district, account, hash: hash('sha256', token, 'base64url') };
}
