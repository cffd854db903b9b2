import type { Tools } from '../platform/tools.ts';

/** Eight digits that nobody can guess. */
export function drawCode(tools: Tools): string {
  const drawn = Buffer.from(tools.randomBytes(6)).readUIntBE(0, 6);
  return String(drawn % 100_000_000).padStart(8, '0');
}
