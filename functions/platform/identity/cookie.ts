/**
 * The session's cookie. The prefix `__Host-` makes browsers insist on Secure, Path=/ and no Domain, so that neither
 * plain http nor a neighbouring subdomain can plant one.
 */
const name = '__Host-timebank';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** @returns the token in a request's Cookie header, if there is one */
export function readSessionCookie(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}

/**
 * @param maxAgeSeconds how long a trusted phone keeps it; without it the cookie ends with the browser
 * @returns the value of a Set-Cookie header
 */
export function setSessionCookie(token: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${token}; ${attributes}${age}`;
}

/** @returns the value of a Set-Cookie header that makes the browser forget the session */
export const clearSessionCookie = (): string => setSessionCookie('', 0);
