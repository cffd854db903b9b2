/**
 * The cookies of identity: the session's, and the one that tells a known device from a stranger's. The prefix `__Host-`
 * makes browsers insist on Secure, Path=/ and no Domain, so that neither plain http nor a neighbouring subdomain can
 * plant one.
 */
const sessionName = '__Host-timebank';
const deviceName = '__Host-timebank-device';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** @returns the token in a request's Cookie header, if there is one */
export const readSessionCookie = (header: string | undefined) => readCookie(sessionName, header);
/** @returns what a known device carries, if it does */
export const readDeviceCookie = (header: string | undefined) => readCookie(deviceName, header);

function readCookie(name: string, header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) || undefined;
}

/**
 * @param maxAgeSeconds how long a trusted phone keeps it; without it the cookie ends with the browser
 * @returns the value of a Set-Cookie header
 */
export const setSessionCookie = (token: string, maxAgeSeconds?: number): string =>
  setCookie(sessionName, token, maxAgeSeconds);
export const setDeviceCookie = (token: string, maxAgeSeconds: number): string =>
  setCookie(deviceName, token, maxAgeSeconds);

function setCookie(name: string, token: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${token}; ${attributes}${age}`;
}

/** @returns the value of a Set-Cookie header that makes the browser forget the session */
export const clearSessionCookie = (): string => setSessionCookie('', 0);
