/**
 * Does the same with each of many, at most so many at the same time, each place taking the next one when its last is
 * done.
 * @returns what came of them, in their order
 * @throws what the first one to fail has thrown; those under way then go on, and nobody waits for them
 */
export async function sideBySide<One, Result>(
  atOnce: number,
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(all.length);
  const waiting = all.entries();
  const place = async () => {
    for (const [at, one] of waiting) results[at] = await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, place));
  return results;
}
