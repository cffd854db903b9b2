import { createHash } from 'node:crypto';
import { ulid } from 'ulid';

/**
 * The ULID that the same parts always give: bulk work uses it so that a repeat meets what it made before.
 * @param at epoch milliseconds above zero for the id's time part
 */
export function derivedId(at: number, ...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  let next = 0;
  return ulid(at, () => bytes.readUInt8(next++) / 256);
}
