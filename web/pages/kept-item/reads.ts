import { type Data, read } from '../../api/read.ts';
import type { Where } from '../../page.ts';
import type { StockWords } from '../../words/stock.ts';

export const reads = ({ params: { item = '' } }: Where) => ({
  item: read('GET /api/items/{item}', { params: { item } }),
  prices: read('GET /api/items/{item}/prices', { params: { item }, query: { limit: 10 } }),
  changes: read('GET /api/items/{item}/stock-changes', { params: { item }, query: { limit: 20 } }),
  vouchers: read('GET /api/items/{item}/vouchers', { params: { item } }),
  slots: read('GET /api/items/{item}/slots', { params: { item } }),
  desks: read('GET /api/desks'),
});

export interface KeptGiven {
  readonly words: StockWords;
  readonly where: Where;
  readonly data: Data<ReturnType<typeof reads>>;
  refresh(): Promise<void>;
}
