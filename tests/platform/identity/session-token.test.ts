import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  clearSessionCookie,
  readSessionCookie,
  setSessionCookie,
} from '../../../functions/platform/identity/cookie.ts';
import { makeSessionToken, parseSessionToken } from '../../../functions/platform/identity/session-token.ts';

const [district, account] = ['01JCZ5Q3V8N2M4K6P8R0T2W4Y6', '01JCZ5Q3V8N2M4K6P8R0T2W4Y7'];

test('a token leads back to its district, its account and its row', () => {
  const { token, ...row } = makeSessionToken(district, account, randomBytes);
  expect(parseSessionToken(token)).toEqual({ district, account, hash: row.hash });
  expect(row).toEqual({ district, account, hash: row.hash });
});

test('a token carries 256 random bits, and what is stored of it shows none of them', () => {
  const { token, hash } = makeSessionToken(district, account, randomBytes);
  const secret = token.split('.')[2] ?? '';
  expect(Buffer.from(secret, 'base64url').length).toBe(32);
  expect(hash).toMatch(/^[\w-]{43}$/);
  expect(hash).not.toContain(secret);
  expect(makeSessionToken(district, account, randomBytes).token).not.toBe(token);
});

test('a token with another district, account or secret names another row', () => {
  const { token, hash } = makeSessionToken(district, account, randomBytes);
  const last = token.endsWith('A') ? 'B' : 'A';
  for (const forged of [`x${token.slice(1)}`, token.replace(account, district), token.slice(0, -1) + last]) {
    expect(parseSessionToken(forged)?.hash).not.toBe(hash);
  }
});

test.each(['', 'a.b', '..', 'a.b.c', `a#S.b.${'x'.repeat(43)}`, `.b.${'x'.repeat(43)}`, `a.b.${'x'.repeat(44)}`])(
  'what is not shaped like a token is none: %j',
  (text) => expect(parseSessionToken(text)).toBeUndefined(),
);

test('ids that would not come back from the token are refused', () => {
  expect(() => makeSessionToken('a.b', account, randomBytes)).toThrow('A session token needs ids');
  expect(() => makeSessionToken(district, 'U#1', randomBytes)).toThrow('A session token needs ids');
});

test('the cookie is for this host alone, out of reach of scripts and of other sites’ forms', () => {
  expect(setSessionCookie('t')).toBe('__Host-timebank=t; Path=/; Secure; HttpOnly; SameSite=Lax');
  expect(setSessionCookie('t', 2_592_000)).toBe(
    '__Host-timebank=t; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000',
  );
});

test('the cookie is read from among others, and only under its own name', () => {
  const { token } = makeSessionToken(district, account, randomBytes);
  expect(readSessionCookie(`theme=dark; __Host-timebank=${token}; a=b`)).toBe(token);
  expect(readSessionCookie(setSessionCookie(token))).toBe(token);
  for (const header of [undefined, '', 'timebank=t', 'x__Host-timebank=t', '__Host-timebank', '__Host-timebank=']) {
    expect(readSessionCookie(header)).toBeUndefined();
  }
});

test('a cleared cookie is empty and ends at once', () => {
  expect(clearSessionCookie()).toBe('__Host-timebank=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0');
  expect(readSessionCookie(clearSessionCookie())).toBeUndefined();
});
