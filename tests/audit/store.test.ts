/** The auditor's recomputation: what agrees is said to agree, and every damage is found and named. */
import { describe, expect, test } from 'vitest';
import { balanceAt } from '../../functions/ledger/index.ts';
import type { Item, Key, Write } from '../../functions/platform/store/port.ts';
import { auditStore } from '../../scripts/audit/audit-store.ts';
import { readDistrict } from '../../scripts/audit/stored.ts';
import { repairLosses } from '../../scripts/repair/losses.ts';
import type { TableName } from '../../shared/tables.ts';
import { openShop, redeem, type Shop, welcomeWith } from '../rewards/shop.ts';

/** Two pupils with points; one has redeemed twice and taken one back, the other once and got it. */
async function openHistory(): Promise<Shop & { pupil: string }> {
  const shop = await openShop();
  const [one, other] = [await welcomeWith(shop, 200), await welcomeWith(shop, 100)];
  const { id } = await redeem(shop, one);
  const params = { redemption: id };
  await one.client.must('POST /api/redemptions/{redemption}/cancellation', { params, body: {} });
  await redeem(shop, one);
  const given = await redeem(shop, other);
  await shop.desk.must('POST /api/pick-ups/{code}/hand-over', {
    params: { code: given.code ?? '' },
    body: { redemption: given.id },
  });
  return { ...shop, pupil: one.id };
}

async function audited({ world, id }: Shop) {
  const { districts } = await auditStore(world.store);
  const found = districts.find(({ district }) => district === id);
  if (!found) throw new Error('The district was not audited');
  // Points come without the hours here.
  const violations = found.violations.filter((one) => one !== 'record undefined undefined: posted, but not there');
  return { ...found, violations };
}

async function rowsOf({ world }: Shop, table: TableName, sk: string): Promise<Item[]> {
  const page = await world.store.scan({ table, segment: 0, segments: 1, limit: 1000 });
  return page.items.filter((item) => item.sk.startsWith(sk));
}
const keyOf = ({ pk, sk }: Key) => ({ pk, sk });
const damage = ({ world }: Shop, write: Write) => world.store.transact('damage', [write]);

describe('an audit of a store', () => {
  test('finds nothing wrong where every balance is what its entries come to', async () => {
    expect(await audited(await openHistory())).toMatchObject({ wallets: 2, entries: 6, violations: [] });
  });

  test('finds an exchange without its line among the stock’s changes, and the repair writes it again', async () => {
    const shop = await openHistory();
    await shop.world.settle();
    const [given] = (await shop.desk.must('GET /api/pick-ups/closed', {})).items.filter(
      ({ state }) => state === 'handed_over',
    );
    const { id = '', closedAt = '' } = given ?? {};
    const body = { closedAt, reason: '书脊散了' };
    const params = { redemption: id };
    await shop.desk.must('POST /api/pick-ups/closed/{redemption}/exchange', { params, body });
    expect((await audited(shop)).violations).toEqual([]);
    const remedy = async () => repairLosses(shop.id, await readDistrict(shop.world.store, shop.id)).writes;
    expect(await remedy()).toEqual([]);
    const [line] = (await rowsOf(shop, 'Rewards', 'MOVE#')).filter(({ redemption }) => redemption === id);
    if (!line) throw new Error('The exchange left no line');
    await damage(shop, { table: 'Rewards', key: keyOf(line), remove: true });
    expect((await audited(shop)).violations).toContain(`R#${id}: closed for exchange, and 0 pieces left the stock`);
    const writes = await remedy();
    await shop.world.store.transact('repair', writes);
    expect(await rowsOf(shop, 'Rewards', line.sk)).toEqual([line]);
    expect((await audited(shop)).violations).toEqual([]);
  });

  test('has the same root as long as no wallet moves, and another one after every movement', async () => {
    const shop = await openHistory();
    const { root } = await audited(shop);
    expect((await audited(shop)).root).toBe(root);
    await redeem(shop, await welcomeWith(shop, 100));
    expect((await audited(shop)).root).not.toBe(root);
  });

  test('says by how much a balance differs from what it is from zero', async () => {
    const shop = await openHistory();
    await damage(shop, { ...balanceAt(shop.id, shop.pupil), update: { add: { points: 5 } } });
    const { violations } = await audited(shop);
    expect(violations).toContain(`wallet ${shop.pupil}: 165 points, and 160 counted from zero`);
  });

  test('finds an entry that was changed, one that is gone, and a balance that is gone', async () => {
    const shop = await openHistory();
    const [first] = await rowsOf(shop, 'Ledger', 'E#');
    const entry = { table: 'Ledger', key: keyOf(first as Item) } as const;
    await damage(shop, { ...entry, update: { set: { by: 'somebody' } } });
    expect((await audited(shop)).violations.join()).toContain('has been changed since it was hashed');
    await damage(shop, { ...entry, remove: true });
    expect((await audited(shop)).violations.join()).toContain('is out of sequence');
    await damage(shop, { ...balanceAt(shop.id, shop.pupil), remove: true });
    expect((await audited(shop)).violations).toContain(`wallet ${shop.pupil}: entries without a balance`);
  });

  test('finds a journal row, a redemption or a stock that a torn copy lost', async () => {
    for (const [table, sk, fault] of [
      ['Journal', 'X', 'has no journal row'],
      ['Rewards', 'R#', 'there is no redemption'],
      ['Rewards', 'ST#', 'redeemed where there is no stock'],
      ['Rewards', 'LIM', 'none, and 1 open'],
    ] as const) {
      const shop = await openHistory();
      const lost = (await rowsOf(shop, table, sk)).filter((row) => row.void === undefined);
      for (const row of lost) await damage(shop, { table, key: keyOf(row), remove: true });
      expect((await audited(shop)).violations.join(), sk).toContain(fault);
    }
  });
});
