import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newKeys } from '../../../functions/platform/identity/keys.ts';
import { makeVault } from '../../../functions/platform/identity/vault.ts';

const keys = newKeys();
const vault = makeVault(keys);
const person = { name: '测试甲', birthDate: '2014-03-09', phones: ['000'] };

describe('personal data', () => {
  test('opens again to what was sealed, whatever JSON it was', () => {
    const jsonValue = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(fc.string(), jsonValue, (context, content) => {
        expect(vault.openPersonal(context, vault.sealPersonal(context, content))).toEqual(content);
      }),
    );
  });

  test('shows nothing of itself and never looks the same twice', () => {
    const [once, again] = [vault.sealPersonal('d1|p1', person), vault.sealPersonal('d1|p1', person)];
    expect(Buffer.from(once).includes(Buffer.from('测试甲'))).toBe(false);
    expect(once).not.toEqual(again);
    expect(once.length).toBe(Buffer.byteLength(JSON.stringify(person)) + 29);
  });

  test('does not open after any one byte was changed, cut off or added', () => {
    const sealed = vault.sealPersonal('d1|p1', person);
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.map((byte, position) => (position === at ? byte ^ 1 : byte));
      expect(() => vault.openPersonal('d1|p1', changed), `byte ${at}`).toThrow();
      expect(() => vault.openPersonal('d1|p1', sealed.subarray(0, at)), `first ${at} bytes`).toThrow();
    }
    expect(() => vault.openPersonal('d1|p1', Uint8Array.of(...sealed, 0))).toThrow();
  });

  test.each(['d1|p2', 'd2|p1', 'd1p1|', ''])('does not open as %j, which it was not sealed for', (context) => {
    expect(() => vault.openPersonal(context, vault.sealPersonal('d1|p1', person))).toThrow();
  });

  test('does not open with another key', () => {
    const sealed = vault.sealPersonal('d1|p1', person);
    expect(() => makeVault({ ...keys, personal: randomBytes(32) }).openPersonal('d1|p1', sealed)).toThrow();
  });

  test('is the same bytes from the same source of randomness, so that a simulation can be replayed', () => {
    const seeded = () => makeVault(keys, { randomBytes: (count) => new Uint8Array(count).fill(7) });
    expect(seeded().sealPersonal('d1|p1', person)).toEqual(seeded().sealPersonal('d1|p1', person));
  });

  test('refuses what JSON cannot hold', () => {
    expect(() => vault.sealPersonal('d1|p1', undefined)).toThrow('Only JSON content can be sealed');
  });
});

describe('blind index', () => {
  test('is equal for equal texts of one kind only, and 22 characters long', () => {
    const index = vault.blindIndex('login', '100001|0512');
    expect(index).toMatch(/^[\w-]{22}$/);
    expect(vault.blindIndex('login', '100001|0512')).toBe(index);
    expect(vault.blindIndex('login', '100001|0513')).not.toBe(index);
    expect(vault.blindIndex('student-number', '100001|0512')).not.toBe(index);
    expect(vault.blindIndex('log', 'in100001|0512')).not.toBe(index);
    expect(makeVault({ ...keys, index: randomBytes(32) }).blindIndex('login', '100001|0512')).not.toBe(index);
  });
});

describe('signatures', () => {
  const signature = vault.sign('cursor', 'page 2');

  test('are good for the text and the purpose they were made for', () => {
    expect(signature).toMatch(/^[\w-]{22}$/);
    expect(vault.verify('cursor', 'page 2', signature)).toBe(true);
    expect(vault.verify('cursor', 'page 3', signature)).toBe(false);
    expect(vault.verify('check-in', 'page 2', signature)).toBe(false);
    expect(makeVault({ ...keys, signing: randomBytes(32) }).verify('cursor', 'page 2', signature)).toBe(false);
  });

  test('have one spelling: shortened, lengthened or otherwise written they are refused', () => {
    const others = ['', signature.slice(0, 21), `${signature}A`, `${signature}=`, ` ${signature}`, '签'.repeat(22)];
    const sameBits = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
      .map((last) => signature.slice(0, 21) + last)
      .filter((text) => text !== signature && isSameBytes(text, signature));
    expect(sameBits).not.toEqual([]);
    for (const other of [...others, ...sameBits]) expect(vault.verify('cursor', 'page 2', other)).toBe(false);
  });
});

const isSameBytes = (a: string, b: string) => Buffer.from(a, 'base64url').equals(Buffer.from(b, 'base64url'));

describe('PINs and passwords', () => {
  test('match their own hash only, which is salted and carries its cost', async () => {
    const [hash, again] = await Promise.all([vault.hashSecret('740281'), vault.hashSecret('740281')]);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(again).not.toBe(hash);
    expect(await vault.checkSecret('740281', hash)).toBe(true);
    expect(await vault.checkSecret('740282', hash)).toBe(false);
    expect(await vault.checkSecret('', hash)).toBe(false);
  });

  test('are the same secret when a phone types full-width digits', async () => {
    expect(await vault.checkSecret('７４０２８１', await vault.hashSecret('740281'))).toBe(true);
  });

  test('cannot be tried against a stolen table without the pepper', async () => {
    const thief = makeVault({ ...keys, pepper: randomBytes(32) });
    expect(await thief.checkSecret('740281', await vault.hashSecret('740281'))).toBe(false);
  });

  test('are checked at the cost written in the hash, so that the cost can rise later', async () => {
    const cheap = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA';
    expect(await vault.checkSecret('740281', cheap)).toBe(false);
    await expect(vault.checkSecret('740281', 'plain 740281')).rejects.toThrow(/^A stored secret is not/);
  });

  test('cost an unknown account the same work as a known one, and are then refused', async () => {
    const stored = await vault.hashSecret('740281');
    const known = await medianWork(() => vault.checkSecret('111111', stored));
    const unknown = await medianWork(() => vault.checkSecret('111111', undefined));
    expect(await vault.checkSecret('111111', undefined)).toBe(false);
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.6);
  });
});

/** Processor time, in microseconds: unlike the clock it does not depend on what else the machine does. */
async function medianWork(work: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let run = 0; run < 7; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    spent.push(user + system);
  }
  return spent.toSorted((a, b) => a - b)[3] ?? 0;
}
