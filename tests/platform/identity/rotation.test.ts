import { expect, test } from 'vitest';
import { formatKeys, newKeys, parseKeys, rotateSigning } from '../../../functions/platform/identity/keys.ts';
import { makeVault } from '../../../functions/platform/identity/vault.ts';
import { type KeyPlace, makeKeys, rotateKeys } from '../../../scripts/keys.ts';

function placeWith(text?: string): KeyPlace & { text?: string } {
  return {
    name: 'secret test',
    text,
    async read() {
      return this.text;
    },
    async write(written) {
      this.text = written;
    },
  };
}

test('a new signing key signs; what the last one signed stays good, what the one before signed does not', () => {
  const first = newKeys();
  const [second, third] = [rotateSigning(first), rotateSigning(rotateSigning(first))];
  const signature = makeVault(first).sign('cursor', 'page 2');
  expect(makeVault(second).verify('cursor', 'page 2', signature)).toBe(true);
  expect(makeVault(second).sign('cursor', 'page 2')).not.toBe(signature);
  expect(makeVault(third).verify('cursor', 'page 2', signature)).toBe(false);
});

test('a district that has brought its keys gets a new one to sign with, too', () => {
  const { pepper: _, ...theirs } = newKeys();
  const first = { ...newKeys(), moved: { d1: theirs } };
  const second = parseKeys(formatKeys(rotateSigning(first)), 'test');
  const signature = makeVault(first).sign('link', 'd1|r1');
  expect(makeVault(second).sign('link', 'd1|r1')).not.toBe(signature);
  expect(makeVault(second).verify('link', 'd1|r1', signature)).toBe(true);
  expect(makeVault(rotateSigning(second)).verify('link', 'd1|r1', signature)).toBe(false);
  expect(second.moved?.d1?.personal).toEqual(theirs.personal);
});

test('nothing else changes with it: names open, sign-ins are found, passwords are known', async () => {
  const before = makeVault(newKeysOnce);
  const after = makeVault(parseKeys(formatKeys(rotateSigning(newKeysOnce)), 'test'));
  expect(after.openPersonal('d1|p1', before.sealPersonal('d1|p1', { name: '测试甲' }))).toEqual({ name: '测试甲' });
  expect(after.blindIndex('login', 'a')).toBe(before.blindIndex('login', 'a'));
  expect(await after.checkSecret('482951', await before.hashSecret('482951'))).toBe(true);
});
const newKeysOnce = newKeys();

test('keys are made where there are none, and never over others', async () => {
  const place = placeWith();
  expect(await makeKeys(place)).toMatch('has new keys');
  const made = place.text;
  expect(await makeKeys(place)).toMatch('they stay');
  expect(place.text).toBe(made);
});

test('restored tables get the keys that they were sealed with, and a stage with other keys keeps its own', async () => {
  const from = placeWith(formatKeys(newKeysOnce));
  const place = placeWith();
  expect(await makeKeys(place, from)).toBe('The secret test has the keys of the secret test.');
  expect(place.text).toBe(from.text);
  expect(await makeKeys(place, from)).toMatch('they stay');
  const other = placeWith(formatKeys(newKeys()));
  const before = other.text;
  await expect(makeKeys(other, from)).rejects.toThrow('holds other keys');
  expect(other.text).toBe(before);
  const empty = placeWith();
  await expect(makeKeys(empty, placeWith())).rejects.toThrow('holds no keys');
  expect(empty.text).toBeUndefined();
});

test('tables that hold data get no new keys, which would open nothing of it', async () => {
  const place = { ...placeWith(), hasSealed: async () => true };
  await expect(makeKeys(place)).rejects.toThrow('deploy with --keys-from and the stage that the tables are from');
  expect(place.text).toBeUndefined();
  expect(await makeKeys(place, placeWith(formatKeys(newKeysOnce)))).toMatch('has the keys of');
  expect(await makeKeys(place)).toMatch('they stay');
});

test('broken keys are neither replaced nor rotated', async () => {
  const place = placeWith('{"personal":"x"}');
  await expect(makeKeys(place)).rejects.toThrow('The secret test is broken');
  await expect(rotateKeys(place)).rejects.toThrow('The secret test is broken');
  await expect(rotateKeys(placeWith())).rejects.toThrow('The secret test holds no keys.');
  expect(place.text).toBe('{"personal":"x"}');
});
