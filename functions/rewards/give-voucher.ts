/** Draws the serial number that goes with a hand-over: any that is free, each given once. */
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import type { Redemption } from './redemption-rows.ts';
import { itemAt, rewardItemOf } from './rows.ts';
import { freeVouchersOf, givingWrites, openSerial, voucherAt, voucherOf, vouchersOf } from './voucher-rows.ts';

const idBytes = 16;
/** Neighbours looked at around a random place; desks beside each other seldom draw the same. */
const drawnMax = 10;

export interface GivenVoucher {
  readonly voucher?: string;
  readonly writes: readonly Write[];
}

/** @throws vouchers_out where an item gives numbers away and none is left */
export async function giveVoucher(tools: Tools, district: string, { id, item }: Redemption): Promise<GivenVoucher> {
  const [row] = await tools.store.get([itemAt(district, item)]);
  if (!rewardItemOf(item, row)?.vouchers) return { writes: [] };
  const voucher = (await drawFromIndex(tools, district, item)) ?? (await findInTable(tools, district, item));
  if (voucher === undefined) throw new Problem('vouchers_out');
  return { voucher, writes: givingWrites(district, item, voucher, id) };
}

async function drawFromIndex(tools: Tools, district: string, item: string): Promise<string | undefined> {
  const from = Buffer.from(tools.randomBytes(idBytes)).toString('base64url');
  const after = await tools.store.query({ ...freeVouchersOf(district, item, from), limit: drawnMax });
  const found =
    after.items.length > 0
      ? after
      : await tools.store.query({ ...freeVouchersOf(district, item, ''), limit: drawnMax });
  const drawn = found.items[Buffer.from(tools.randomBytes(1)).readUInt8() % Math.max(1, found.items.length)];
  if (!drawn) return undefined;
  // An index may show a number that was given a moment ago; then the table itself decides.
  const id = String(drawn.byDeskSk);
  const [row] = await tools.store.get([voucherAt(district, item, id)]);
  return voucherOf(row)?.state === 'free' ? id : undefined;
}

async function findInTable(tools: Tools, district: string, item: string): Promise<string | undefined> {
  const all = (await readAll(tools.store, vouchersOf(district, item))).map(voucherOf);
  return all.find((voucher) => voucher?.state === 'free')?.id;
}

/** The serial number that was handed over with a redemption. */
export async function readSerial(tools: Tools, district: string, redemption: Redemption): Promise<string | undefined> {
  const { item, voucher: id, state } = redemption;
  if (id === undefined || state !== 'handed_over') return undefined;
  const [row] = await tools.store.get([voucherAt(district, item, id)]);
  const voucher = voucherOf(row);
  return voucher && openSerial(tools, district, item, voucher);
}
