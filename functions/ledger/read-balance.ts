import type { Tools } from '../platform/tools.ts';
import { type Balance, balanceAt, balanceOf } from './rows.ts';

export async function readBalance(tools: Tools, district: string, wallet: string): Promise<Balance> {
  const [item] = await tools.store.get([balanceAt(district, wallet)]);
  return balanceOf(item);
}
