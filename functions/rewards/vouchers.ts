/**
 * Serial numbers come in and, while nobody has them, go out again; a result for each line. A number's row is named by
 * the number, so that a repeated call adds none twice.
 */
import type { Answer } from '../../shared/contracts/route.ts';
import type { stock } from '../../shared/contracts/stock.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readKeptItem } from './kept-item.ts';
import {
  importWrites,
  recallWrites,
  type Voucher,
  voucherAt,
  voucherCountsAt,
  voucherCountsOf,
  voucherId,
  voucherOf,
} from './voucher-rows.ts';

type Import = (typeof stock)['POST /api/items/{item}/vouchers'];
type Recall = (typeof stock)['POST /api/items/{item}/vouchers/recall'];
type Show = (typeof stock)['GET /api/items/{item}/vouchers'];

/** With the item and the counts a transaction of at most 100 writes. */
const together = 90;
const attemptsMax = 12;

export async function showVouchers({ who, params }: Ask<Show>, tools: Tools): Promise<Answer<Show>> {
  const { id } = await readKeptItem(tools, who, params.item);
  return readCounts(tools, who.district, id);
}

export async function importVouchers({ who, params, body, key }: Ask<Import>, tools: Tools): Promise<Answer<Import>> {
  const item = await readKeptItem(tools, who, params.item);
  if (item.kind !== 'film_card' && item.kind !== 'reading_card') throw new Problem('vouchers_none');
  const outcomes = await eachPart(tools, who.district, item.id, body.serials, async (part, attempt) => {
    const isNew = ({ voucher }: Named) => voucher === undefined;
    const serials = new Map(part.filter(isNew).map(({ id, serial }) => [id, serial]));
    const writes = serials.size === 0 ? [] : importWrites(tools, who.district, item.id, serials);
    if (!(await commit(tools, `IMPORT#${key}#${attempt}#${part[0]?.id}`, writes))) return undefined;
    const seen = new Set<string>();
    return part.map((one) => {
      const isFirst = isNew(one) && !seen.has(one.id);
      seen.add(one.id);
      return isFirst ? 'done' : 'duplicate';
    });
  });
  return answer(tools, who.district, item.id, outcomes);
}

export async function recallVouchers({ who, params, body, key }: Ask<Recall>, tools: Tools): Promise<Answer<Recall>> {
  const item = await readKeptItem(tools, who, params.item);
  const outcomes = await eachPart(tools, who.district, item.id, body.serials, async (part, attempt) => {
    const free = new Set(part.filter(({ voucher }) => voucher?.state === 'free').map(({ id }) => id));
    const writes = free.size === 0 ? [] : recallWrites(who.district, item.id, [...free]);
    if (!(await commit(tools, `RECALL#${key}#${attempt}#${part[0]?.id}`, writes))) return undefined;
    return part.map(({ voucher }) => {
      if (!voucher) return 'unknown';
      return voucher.state === 'given' ? 'given' : 'done';
    });
  });
  return answer(tools, who.district, item.id, outcomes);
}

interface Named {
  readonly id: string;
  readonly serial: string;
  readonly voucher?: Voucher;
}

/** @param change undefined says that something else changed at the same moment: the part is read and decided again */
async function eachPart<Outcome>(
  tools: Tools,
  district: string,
  item: string,
  serials: readonly string[],
  change: (part: readonly Named[], attempt: number) => Promise<readonly Outcome[] | undefined>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < serials.length; from += together) {
    const part = serials.slice(from, from + together);
    outcomes.push(...(await changePart(tools, district, item, part, change)));
  }
  return outcomes;
}

async function changePart<Outcome>(
  tools: Tools,
  district: string,
  item: string,
  serials: readonly string[],
  change: (part: readonly Named[], attempt: number) => Promise<readonly Outcome[] | undefined>,
): Promise<readonly Outcome[]> {
  const ids = serials.map((serial) => voucherId(tools, district, item, serial));
  const distinct = [...new Set(ids)];
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const rows = await tools.store.get(distinct.map((id) => voucherAt(district, item, id)));
    const known = new Map(distinct.map((id, at) => [id, voucherOf(rows[at])]));
    const part = serials.map((serial, at) => ({ id: ids[at] ?? '', serial, voucher: known.get(ids[at] ?? '') }));
    const outcomes = await change(part, attempt);
    if (outcomes) return outcomes;
  }
  throw new Problem('busy', { retryAfter: 1 });
}

async function commit(tools: Tools, operation: string, writes: Parameters<Tools['store']['transact']>[1]) {
  return writes.length === 0 || (await tools.store.transact(operation, writes)).done;
}

async function readCounts(tools: Tools, district: string, item: string) {
  const [row] = await tools.store.get([voucherCountsAt(district, item)]);
  const counts = voucherCountsOf(row);
  return { ...counts, free: counts.imported - counts.given - counts.recalled };
}

async function answer<Outcome>(tools: Tools, district: string, item: string, outcomes: readonly Outcome[]) {
  const items = outcomes.map((outcome, at) => ({ line: at + 1, outcome }));
  return { items, ...(await readCounts(tools, district, item)) };
}
