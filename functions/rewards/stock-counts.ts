/** Stock-taking, and what was ever written down of an item: changes of its stock, its prices. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { stock } from '../../shared/contracts/stock.ts';
import { staffNames } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { readStock } from './change-stock.ts';
import { readKeptItem } from './kept-item.ts';
import { showItem } from './read-items.ts';
import { pricesOf, stockAt, stockChangesOf, stockOf } from './rows.ts';
import { stockChangeWrites } from './stock-change-rows.ts';

type Count = (typeof stock)['POST /api/items/{item}/counts'];
type Changes = (typeof stock)['GET /api/items/{item}/stock-changes'];
type Prices = (typeof stock)['GET /api/items/{item}/prices'];
type Show = (typeof stock)['GET /api/items/{item}'];

/** What was counted becomes the stock; the entry keeps the number, the difference and the reason. */
export const countStock: GuardedStory<Count> = {
  async plan({ who, params, body, now }, tools) {
    const { item, desk } = await readStock(tools, who, params.item, body.desk);
    const at = stockAt(who.district, item.id, desk.id);
    const [row] = await tools.store.get([at]);
    const before = stockOf(row)?.quantity ?? 0;
    const { counted, reason } = body;
    const id = tools.newId(now);
    const entry = { id, item: item.id, desk, change: counted - before, counted, reason, by: who.person, at: now };
    const [stockWrite, ...others] = stockChangeWrites(who.district, entry);
    const unmoved = row ? (['quantity', '=', before] as const) : (['pk', 'absent'] as const);
    const counting = { ...stockWrite, when: [unmoved], or: 'lost_race' } as Write;
    return { result: item.id, writes: [counting, ...others] };
  },
  show: ({ who }, tools, item) => showItem(tools, who, item),
};

export async function showOneItem({ who, params }: Ask<Show>, tools: Tools): Promise<Answer<Show>> {
  const { id } = await readKeptItem(tools, who, params.item);
  return showItem(tools, who, id);
}

interface Change {
  readonly desk: string;
  readonly change: number;
  readonly counted?: number;
  readonly reason: string;
  readonly redemption?: string;
  readonly at: number;
  readonly by: string;
}

export async function listStockChanges({ who, params, query }: Ask<Changes>, tools: Tools): Promise<Answer<Changes>> {
  const { id } = await readKeptItem(tools, who, params.item);
  const { items, next } = await pageOf(tools, stockChangesOf(who.district, id), query);
  const changes = items as unknown as readonly Change[];
  const names = await staffNames(tools, who.district, [...new Set(changes.map(({ by }) => by))]);
  return {
    items: changes.map(({ desk, change, counted, reason, redemption, at, by }) => ({
      desk,
      change,
      counted,
      reason,
      redemption,
      at: new Date(at).toISOString(),
      by: names.get(by) ?? '',
    })),
    next,
  };
}

export async function listPrices({ who, params, query }: Ask<Prices>, tools: Tools): Promise<Answer<Prices>> {
  const { id } = await readKeptItem(tools, who, params.item);
  const { items, next } = await pageOf(tools, pricesOf(who.district, id), query);
  return {
    items: items.map(({ price, at }) => ({ price: Number(price), from: new Date(Number(at)).toISOString() })),
    next,
  };
}
