import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { type Entry, entriesOf } from './rows.ts';

/** Every entry of a wallet, the latest first. */
export async function readEntries(tools: Tools, district: string, wallet: string): Promise<Entry[]> {
  return (await readAll(tools.store, entriesOf(district, wallet))) as unknown as Entry[];
}
