/** The times of a service that can be booked: keys, rows and writes. A slot is counted like a desk's stock. */
import { encodeTime } from 'ulid';
import type { Item, Target, Write } from '../platform/store/port.ts';
import type { Redemption } from './redemption-rows.ts';
import { giveToStock, itemAt, stockAt, takeFromStock } from './rows.ts';

const version = 1;
const prefix = 'SLOT#';
const timeCharacters = 10;

/** A time that some may come to. Its id begins with its first moment, so that slots lie in order of time. */
export interface Slot {
  readonly id: string;
  /** Where whoever comes is marked, and that desk's unit. */
  readonly desk: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  /** Free places, taken ones, and all; quantity + sold = stocked. */
  readonly quantity: number;
  readonly sold: number;
  readonly stocked: number;
  /** Nobody can book it any more, and whoever had gets the points back. */
  readonly calledOff?: boolean;
}

const pkOf = (district: string, item: string) => itemAt(district, item).key.pk;
export const slotAt = (district: string, item: string, slot: string): Target => ({
  table: 'Rewards',
  key: { pk: pkOf(district, item), sk: `${prefix}${slot}` },
});
export const slotOf = (row: Item | undefined): Slot | undefined => row as (Item & Slot) | undefined;

/** An item's slots that begin at an instant or later, the first one first. */
export const slotsOf = (district: string, item: string, since: number) => ({
  table: 'Rewards' as const,
  pk: pkOf(district, item),
  sk: { from: `${prefix}${encodeTime(since, timeCharacters)}`, to: `${prefix}~` },
});

export function slotWrite(district: string, item: string, slot: Slot): Write {
  return {
    ...slotAt(district, item, slot.id),
    put: { v: version, ...slot },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

export function callOffWrite(district: string, item: string, slot: string, by: string, at: number): Write {
  const update = { set: { calledOff: true, calledOffBy: by, calledOffAt: at } };
  return { ...slotAt(district, item, slot), update, when: [['calledOff', 'absent']], or: 'lost_race' };
}

type Kept = Pick<Redemption, 'item' | 'desk' | 'slot'>;
/** Takes a piece of the desk's stock, or a place of the slot. */
export function takeOne(district: string, { item, desk, slot }: Kept): Write {
  if (!slot) return takeFromStock(district, item, desk);
  const update = { add: { quantity: -1, sold: 1 } };
  const when = [
    ['quantity', '>=', 1],
    ['calledOff', 'absent'],
  ] as const;
  return { ...slotAt(district, item, slot.id), update, when, or: 'sold_out' };
}
export function putBack(district: string, { item, desk, slot }: Kept, count = 1): Write {
  if (!slot) return giveToStock(district, item, desk, count);
  return { ...slotAt(district, item, slot.id), update: { add: { quantity: count, sold: -count } } };
}
/** The piece or place that was taken is gone for everybody: it counts no more among all there ever were. */
export function writeOff(district: string, { item, desk, slot }: Kept): Write {
  const place = slot ? slotAt(district, item, slot.id) : stockAt(district, item, desk);
  return { ...place, update: { add: { sold: -1, stocked: -1 } } };
}
