import { limits } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { placeAt, sumsOf } from './rows.ts';
import type { Sums } from './sums.ts';

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
