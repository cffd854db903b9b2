import type { Vault } from './vault.ts';

/** Crockford's base 32: no I, L, O or U, so that a printed code is read and typed without doubt. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codePattern = new RegExp(`^[${alphabet}]{8}$`);
const codeBytes = 5;

/** @returns 40 random bits as `XXXX-XXXX`, for a printed card; only its hash is stored */
export function makeOneTimeCode(randomBytes: (count: number) => Uint8Array): string {
  const bits = Array.from(randomBytes(codeBytes), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from(bits.match(/.{5}/g) ?? [], (five) => alphabet[Number.parseInt(five, 2)]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/**
 * Names a code's row, however it was typed: lower case, full-width, without the dash, O for 0, I or L for 1.
 * Keyed, because 40 bits alone could be found by trying.
 * @returns undefined when it cannot be a code at all
 */
export function hashOneTimeCode(vault: Pick<Vault, 'blindIndex'>, typed: string): string | undefined {
  const code = normaliseOneTimeCode(typed);
  return code && vault.blindIndex('one-time-code', code);
}

/** @returns the eight characters without the dash, or undefined */
export function normaliseOneTimeCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '');
  const code = plain.replaceAll('O', '0').replace(/[IL]/g, '1');
  return codePattern.test(code) ? code : undefined;
}
