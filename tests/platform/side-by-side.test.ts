import { expect, test } from 'vitest';
import { sideBySide } from '../../functions/platform/side-by-side.ts';

test('answers in the order of what was given, whoever is done first', async () => {
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await Promise.resolve();
    return count;
  };
  expect(await sideBySide(3, [9, 1, 5, 0], turns)).toEqual([9, 1, 5, 0]);
});

test('never works on more than so many at once, and always on as many while there are enough', async () => {
  let working = 0;
  const seen: number[] = [];
  await sideBySide(4, Array.from({ length: 10 }), async () => {
    seen.push(++working);
    await Promise.resolve();
    working--;
  });
  expect(Math.max(...seen)).toBe(4);
  expect(seen).toHaveLength(10);
});

test('nothing to do is nothing done', async () => {
  expect(await sideBySide(4, [], () => Promise.reject(new Error('Called')))).toEqual([]);
});

test('throws what the first to fail has thrown', async () => {
  const fail = async (number: number) => {
    if (number === 2) throw new Error('Two');
    return number;
  };
  await expect(sideBySide(2, [1, 2, 3], fail)).rejects.toThrow('Two');
});
