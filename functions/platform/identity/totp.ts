/**
 * Time-based one-time passwords (RFC 6238): six digits of HMAC-SHA-1, a new one every 30 seconds, as every
 * authenticator app makes them. The library is loaded by the few requests that need it.
 */
const stepMs = 30_000;
/** One step before and one after, for a phone's clock and a slow finger: RFC 6238 §5.2. */
const window = 1;
/** As long as the hash: RFC 4226 §4. */
const secretBytes = 20;

async function totpOf(secret: string, names: { issuer?: string; label?: string } = {}) {
  const { Secret, TOTP } = await import('otpauth');
  const period = stepMs / 1000;
  return new TOTP({ ...names, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
}

/** @returns a new secret as people type it: 32 characters of base 32 */
export async function newTotpSecret(randomBytes: (count: number) => Uint8Array): Promise<string> {
  const { Secret } = await import('otpauth');
  return new Secret({ buffer: new Uint8Array(randomBytes(secretBytes)).buffer }).base32;
}

/** What an authenticator app reads from a QR code. */
export async function totpAddress(secret: string, issuer: string, label: string): Promise<string> {
  return (await totpOf(secret, { issuer, label })).toString();
}

/**
 * @param code six digits as typed
 * @returns the step the code belongs to, at most one from now, or undefined when it is wrong. Whoever accepts a code
 * keeps its step and takes only later ones: a code counts once (RFC 6238 §5.2).
 */
export async function totpStep(secret: string, code: string, now: number): Promise<number | undefined> {
  const delta = (await totpOf(secret)).validate({ token: code, timestamp: now, window });
  return delta === null ? undefined : Math.floor(now / stepMs) + delta;
}
