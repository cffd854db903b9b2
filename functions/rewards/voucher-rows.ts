/** Serial numbers of reading and film cards: keys, rows and the writes that change them. */
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { itemAt } from './rows.ts';

const version = 1;
export type VoucherState = 'free' | 'given' | 'recalled';

/** One serial number, sealed; named by its blind index, so that a number is there once. */
export interface Voucher {
  readonly id: string;
  readonly state: VoucherState;
  readonly serial: Uint8Array;
  readonly redemption?: string;
}
export interface VoucherCounts {
  readonly imported: number;
  readonly given: number;
  readonly recalled: number;
}

const pkOf = (district: string, item: string) => `T#${district}#I#${item}`;
const prefix = 'VC#';
const rewards = (pk: string, sk: string): Target => ({ table: 'Rewards', key: { pk, sk } });

export const voucherAt = (district: string, item: string, id: string) =>
  rewards(pkOf(district, item), `${prefix}${id}`);
export const voucherCountsAt = (district: string, item: string) => rewards(pkOf(district, item), 'VOUCHERS');
export const vouchersOf = (district: string, item: string) => ({
  table: 'Rewards' as const,
  pk: pkOf(district, item),
  sk: { prefix },
});
const freePk = (district: string, item: string) => `T#${district}#VFREE#${item}`;
/** Numbers that nobody has yet, from a random place on. */
export const freeVouchersOf = (district: string, item: string, from: string) => ({
  table: 'Rewards' as const,
  index: 'byDesk',
  pk: freePk(district, item),
  sk: { from },
});

const spelled = (serial: string) => serial.normalize('NFKC').toUpperCase();
const contextOf = (district: string, item: string, id: string) => `${district}|voucher|${item}|${id}`;

export const voucherId = ({ vault }: Tools, district: string, item: string, serial: string): string =>
  vault.blindIndex('voucher', `${district}|${item}|${spelled(serial)}`);
export const openSerial = ({ vault }: Tools, district: string, item: string, { id, serial }: Voucher): string =>
  String(vault.openPersonal(contextOf(district, item, id), serial));

export function voucherOf(row: Item | undefined): Voucher | undefined {
  if (!row) return undefined;
  const { state, serial, redemption } = row as Item & Voucher;
  return { id: row.sk.slice(prefix.length), state, serial, redemption };
}
export function voucherCountsOf(row: Item | undefined): VoucherCounts {
  const { imported = 0, given = 0, recalled = 0 } = (row ?? {}) as Partial<VoucherCounts>;
  return { imported, given, recalled };
}

const countWrite = (district: string, item: string, add: Partial<Record<keyof VoucherCounts, number>>): Write => ({
  ...voucherCountsAt(district, item),
  update: { set: { v: version }, add },
});

/** At most 97 serial numbers. The first import makes the item one that gives numbers away. */
export function importWrites(
  tools: Tools,
  district: string,
  item: string,
  serials: ReadonlyMap<string, string>,
): Write[] {
  const rows = [...serials].map(([id, serial]): Write => {
    const sealed = tools.vault.sealPersonal(contextOf(district, item, id), serial);
    const row: Attributes = {
      v: version,
      state: 'free',
      serial: sealed,
      byDeskPk: freePk(district, item),
      byDeskSk: id,
    };
    return { ...voucherAt(district, item, id), put: row, when: [['pk', 'absent']], or: 'lost_race' };
  });
  const marked: Write = {
    ...itemAt(district, item),
    update: { set: { vouchers: true } },
    when: [['pk', 'present']],
    or: 'lost_race',
  };
  return [marked, countWrite(district, item, { imported: serials.size }), ...rows];
}

/** Whoever comes first has it: each number is given once, or recalled once. */
function takenWrite(district: string, item: string, id: string, set: Attributes): Write {
  return {
    ...voucherAt(district, item, id),
    update: { set, remove: ['byDeskPk', 'byDeskSk'] },
    when: [['state', '=', 'free']],
    or: 'lost_race',
  };
}
export const givingWrites = (district: string, item: string, id: string, redemption: string): Write[] => [
  takenWrite(district, item, id, { state: 'given', redemption }),
  countWrite(district, item, { given: 1 }),
];
export const recallWrites = (district: string, item: string, ids: readonly string[]): Write[] => [
  ...ids.map((id) => takenWrite(district, item, id, { state: 'recalled' })),
  countWrite(district, item, { recalled: ids.length }),
];
