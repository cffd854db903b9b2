/** Sums by name, zeros left out: what a source adds to a place, and what stands there. */
export type Sums = Readonly<Record<string, number>>;

export function total(all: Iterable<Sums>): Sums {
  const sums: Record<string, number> = {};
  for (const one of all) for (const name in one) sums[name] = (sums[name] ?? 0) + (one[name] ?? 0);
  return withoutZeros(sums);
}

/** What `before` lacks to `after`. */
export const difference = (after: Sums, before: Sums): Sums =>
  total([after, Object.fromEntries(Object.entries(before).map(([name, number]) => [name, -number]))]);

export const withoutZeros = (sums: Sums): Sums =>
  Object.fromEntries(Object.entries(sums).filter(([, number]) => number !== 0));
