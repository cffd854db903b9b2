/** Changes of a stock: what came in, what a stock-taking found or a desk lacked, with its reason on record. */
import type { CancelReason } from '../../shared/contracts/rewards.ts';
import type { Write } from '../platform/store/port.ts';
import { present, stockAt, stockChangeAt } from './rows.ts';

const version = 1;

/** Why a stock changed: goods that came in, or what a stock-taking found. */
interface StockChange {
  readonly id: string;
  readonly item: string;
  readonly desk: { readonly id: string; readonly unit: string };
  readonly change: number;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
  /** What a stock-taking counted; the change is what differed from the stock known then. */
  readonly counted?: number;
}
export function stockChangeWrites(district: string, { id, item, desk, at, ...why }: StockChange): Write[] {
  const update = {
    set: { v: version, desk: desk.id, unit: desk.unit },
    add: { quantity: why.change, sold: 0, stocked: why.change },
  };
  const stock = { ...stockAt(district, item, desk.id), update };
  return [
    why.change > 0 ? stock : { ...stock, when: [['quantity', '>=', -why.change]], or: 'stock_too_low' },
    { ...stockChangeAt(district, item, at, id), put: { v: version, desk: desk.id, at, ...present({ ...why }) } },
  ];
}

/** A piece that its redemption took and nobody will get. */
interface Loss {
  /** Names the redemption that was cancelled, or whose piece was exchanged. */
  readonly id: string;
  readonly item: string;
  readonly desk: string;
  readonly reason: CancelReason | 'exchange';
  readonly by: string;
  readonly at: number;
}
/** On record beside what came in. The stock itself is changed where the redemption gives its piece up. */
export const lossEntry = (district: string, { id, item, desk, reason, by, at }: Loss): Write => ({
  ...stockChangeAt(district, item, at, id),
  put: { v: version, desk, at, change: -1, reason, by, redemption: id },
});
