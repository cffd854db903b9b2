import { getAll } from '../platform/store/get-all.ts';
import type { Tools } from '../platform/tools.ts';
import { named, placeAt, sumsOf } from './rows.ts';
import { type Sums, total } from './sums.ts';

/** The sums that stand at each of these places: units, and months of units and teams. */
export async function readSums(tools: Tools, district: string, units: readonly string[]): Promise<Map<string, Sums>> {
  const places = units.map((unit) => placeAt(district, unit));
  const items = await getAll(tools.store, places);
  return new Map(units.map((unit, at) => [unit, sumsOf(items[at])]));
}

/** Points given to these units' pools, what went there because a wallet was full, and what came out again. */
export async function poolOf(tools: Tools, district: string, units: readonly string[]) {
  const sums = total((await readSums(tools, district, units)).values());
  const of = (kind: Parameters<typeof named.pool>[0]) => sums[named.pool(kind)] ?? 0;
  return { donated: of('donate'), surplus: of('surplus'), granted: 0 - of('goodwill') };
}
