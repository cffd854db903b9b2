import { mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderFiles } from '../../../functions/platform/files/folder.ts';

const newRoot = () => mkdtemp(join(tmpdir(), 'timebank-files-'));

test('a file comes back as it was put, the last one put under its path', async () => {
  const files = folderFiles(await newRoot());
  await files.put('d1/J01/part-0001', Uint8Array.of(0, 255, 13, 10));
  await files.put('d1/J01/part-0002', new Uint8Array());
  await files.put('d1/J01/part-0001', Uint8Array.of(1, 2, 3));
  expect(new Uint8Array((await files.get('d1/J01/part-0001')) ?? [9])).toEqual(Uint8Array.of(1, 2, 3));
  expect((await files.get('d1/J01/part-0002'))?.length).toBe(0);
});

test('a file that was never put is undefined', async () => {
  expect(await folderFiles(await newRoot()).get('d1/J01/part-0001')).toBeUndefined();
});

test('a file is whole whoever writes at the same time, and no draft stays behind', async () => {
  const root = await newRoot();
  const files = folderFiles(root);
  const contents = Array.from({ length: 20 }, (_, fill) => new Uint8Array(100_000).fill(fill));
  await Promise.all(contents.map((bytes) => files.put('d1/file', bytes)));
  const kept = new Uint8Array((await files.get('d1/file')) ?? []);
  expect(contents).toContainEqual(kept);
  expect(await readdir(join(root, 'd1'))).toEqual(['file']);
});

test('a put that fails leaves no draft behind', async () => {
  const root = await newRoot();
  await mkdir(join(root, 'd1', 'taken'), { recursive: true });
  await expect(folderFiles(root).put('d1/taken', Uint8Array.of(1))).rejects.toThrow();
  expect(await readdir(join(root, 'd1'))).toEqual(['taken']);
});

test('files and their folders are for their owner only', async () => {
  const root = await newRoot();
  await folderFiles(root).put('d1/J01/part-0001', Uint8Array.of(1));
  expect((await stat(join(root, 'd1', 'J01', 'part-0001'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(root, 'd1', 'J01'))).mode & 0o777).toBe(0o700);
});

test.each([
  '',
  '/',
  '../keys',
  'd1/../../keys',
  'd1//file',
  '/etc/passwd',
  '.hidden',
  'd1/.',
  'a\\b',
  'a\0b',
  '名册.csv',
])('the path %j is refused for reading and writing', async (path) => {
  const files = folderFiles(await newRoot());
  await expect(files.put(path, Uint8Array.of(1))).rejects.toThrow('A file path has a component that is not allowed');
  await expect(files.get(path)).rejects.toThrow('A file path has a component that is not allowed');
});
