import { limits } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { named, placeAt, sumsOf } from './rows.ts';
import { type Sums, total } from './sums.ts';

/** The sums that stand at each of these units. */
export async function readSums(tools: Tools, district: string, units: readonly string[]): Promise<Map<string, Sums>> {
  const slices = Array.from({ length: Math.ceil(units.length / limits.keysPerGet) }, (_, at) =>
    units.slice(at * limits.keysPerGet, (at + 1) * limits.keysPerGet),
  );
  const read = slices.map(async (slice) => {
    const items = await tools.store.get(slice.map((unit) => placeAt(district, unit)));
    return slice.map((unit, at) => [unit, sumsOf(items[at])] as const);
  });
  return new Map((await Promise.all(read)).flat());
}

/** Points that people of these units gave to the public pool, and what went there because a wallet was full. */
export async function poolOf(tools: Tools, district: string, units: readonly string[]) {
  const sums = total((await readSums(tools, district, units)).values());
  return { donated: sums[named.pool('donate')] ?? 0, surplus: sums[named.pool('surplus')] ?? 0 };
}
