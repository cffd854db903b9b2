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

/** Points that people of these units gave to the public pool, and what went there because a wallet was full. */
export async function poolOf(tools: Tools, district: string, units: readonly string[]) {
  const sums = total((await readSums(tools, district, units)).values());
  return { donated: sums[named.pool('donate')] ?? 0, surplus: sums[named.pool('surplus')] ?? 0 };
}
