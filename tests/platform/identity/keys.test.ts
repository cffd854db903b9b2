import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatKeys, loadKeys, newKeys } from '../../../functions/platform/identity/keys.ts';

const newPlace = async () => join(await mkdtemp(join(tmpdir(), 'timebank-keys-')), 'data', 'keys');

describe('the key file', () => {
  test('is made on the first start, for its owner only, and read on every later one', async () => {
    const file = await newPlace();
    const made = await loadKeys({ file, mayMake: true });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await loadKeys({ file, mayMake: true })).toEqual(made);
    expect(await loadKeys({ file, mayMake: false })).toEqual(made);
    expect(new Set(Object.values(made).map((key) => Buffer.from(key).toString('hex'))).size).toBe(4);
  });

  test('is one file for all processes that start at about the same time, and leaves no draft behind', async () => {
    for (let round = 0; round < 10; round++) {
      const file = await newPlace();
      const loading = [];
      for (let start = 0; start < 10; start++) {
        loading.push(loadKeys({ file, mayMake: true }));
        await stat(tmpdir());
      }
      const loaded = await Promise.all(loading);
      for (const keys of loaded) expect(keys).toEqual(loaded[0]);
      expect(await readdir(join(file, '..'))).toEqual(['keys']);
    }
  });

  test('is not made again where data already depends on the lost one', async () => {
    const file = await newPlace();
    await expect(loadKeys({ file, mayMake: false })).rejects.toThrow(
      `The key file ${file} is missing; put it back, the data cannot be read without it.`,
    );
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  const short = JSON.stringify({ ...JSON.parse(formatKeys(newKeys())), pepper: 'c2VjcmV0' });
  test.each([
    ['', 'it is not JSON.'],
    ['{"personal": "secret-material', 'it is not JSON.'],
    ['null', '"personal" must be 32 bytes in base64url.'],
    ['[]', '"personal" must be 32 bytes in base64url.'],
    [short, '"pepper" must be 32 bytes in base64url.'],
    [formatKeys(newKeys()).replace('"index": "', '"index": "!'), '"index" must be 32 bytes in base64url.'],
  ])('when broken is named in one sentence, not quoted and not replaced (%#)', async (text, sentence) => {
    const file = await newPlace();
    await loadKeys({ file, mayMake: true });
    await writeFile(file, text);
    await expect(loadKeys({ file, mayMake: true })).rejects.toThrow(
      expect.objectContaining({ message: `The key file ${file} is broken: ${sentence}` }),
    );
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('that is no file is named in one sentence', async () => {
    const folder = join(await newPlace(), '..', '..');
    await expect(loadKeys({ file: folder, mayMake: true })).rejects.toThrow(
      `The key file ${folder} cannot be read; check its owner and mode.`,
    );
  });
});

describe('the secret on AWS', () => {
  const keys = newKeys();
  const read = async (secretId: string) => (secretId === 'bank/keys' ? formatKeys(keys) : 'x');

  test('holds the same text as the file', async () => {
    expect(await loadKeys({ secretId: 'bank/keys', read })).toEqual(keys);
  });

  test('when broken is named in one sentence', async () => {
    await expect(loadKeys({ secretId: 'other', read })).rejects.toThrow('The secret other is broken: it is not JSON.');
  });
});
