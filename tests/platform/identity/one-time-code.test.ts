import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newKeys } from '../../../functions/platform/identity/keys.ts';
import {
  hashOneTimeCode,
  makeOneTimeCode,
  normaliseOneTimeCode,
} from '../../../functions/platform/identity/one-time-code.ts';
import { makeVault } from '../../../functions/platform/identity/vault.ts';

const vault = makeVault(newKeys());

test('a code is 40 bits in eight characters that nobody takes for one another', () => {
  expect(makeOneTimeCode(() => Uint8Array.of(0, 0, 0, 0, 0))).toBe('0000-0000');
  expect(makeOneTimeCode(() => Uint8Array.of(255, 255, 255, 255, 255))).toBe('ZZZZ-ZZZZ');
  expect(makeOneTimeCode(() => Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7))).toBe('0123-4567');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      const code = makeOneTimeCode(() => bytes);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(normaliseOneTimeCode(code)).toBe(code.replace('-', ''));
    }),
  );
});

test.each(['0A1B-1K0Z', '0a1b1k0z', ' OaIb-lKoz ', '0A 1B 1K 0Z', '0A1B—1K0Z', '０Ａ１Ｂ－１Ｋ０Ｚ', '0A1B\t1K0Z\n'])(
  'a code typed as %j is the code 0A1B-1K0Z',
  (typed) => expect(hashOneTimeCode(vault, typed)).toBe(hashOneTimeCode(vault, '0A1B-1K0Z')),
);

test.each(['', '0A1B-1K0', '0A1B-1K0ZZ', '0A1B-1K0U', '0A1B_1K0Z', '甲乙丙丁-戊己庚辛'])('%j is no code', (typed) =>
  expect(hashOneTimeCode(vault, typed)).toBeUndefined(),
);

test('what is stored of a code cannot be tried out without the key', () => {
  const code = makeOneTimeCode(randomBytes);
  expect(hashOneTimeCode(makeVault(newKeys()), code)).not.toBe(hashOneTimeCode(vault, code));
  expect(hashOneTimeCode(vault, code)).not.toBe(hashOneTimeCode(vault, '0A1B-1K0Z'));
});
