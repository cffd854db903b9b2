import { describe, expect, test } from 'vitest';
import { canonicalJson, requestJson, sha256 } from '../../functions/platform/store/canonical.ts';

describe('canonical JSON', () => {
  test('is one text whatever order the attributes were written in', () => {
    const text = '{"a":[1,null,true,{"x":"中\\n","y":-2}],"b":"AQL/"}';
    expect(canonicalJson({ b: new Uint8Array([1, 2, 255]), a: [1, null, true, { y: -2, x: '中\n' }] })).toBe(text);
    expect(
      canonicalJson({ a: [1, null, true, { x: '中\n', y: -2 }], none: undefined, b: Buffer.from([1, 2, 255]) }),
    ).toBe(text);
  });

  test('refuses what has no one exact text', () => {
    for (const value of [0.5, Number.NaN, 2 ** 53, undefined, new Date(0), () => 1, 1n, new Map(), [undefined]]) {
      expect(() => canonicalJson({ value: [value] })).toThrow();
    }
  });

  test('is hashed with SHA-256 into 43 characters of base64url', () => {
    expect(sha256('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });
});

test('what is asked may have fractions, as coordinates do; everything else is written as it is kept', () => {
  expect(requestJson([{ longitude: 120.155, latitude: 30.274 }])).toBe('[{"latitude":30.274,"longitude":120.155}]');
  const kept = { b: [1, 'two', null], a: { on: true, none: undefined } };
  expect(requestJson(kept)).toBe(canonicalJson(kept));
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => requestJson({ value }), String(value)).toThrow('not an exact integer');
});
