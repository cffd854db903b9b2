/** Merged registrations: what would be posted to one's wallet is posted to the one that it leads to. */
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { balanceAt, mergedInto, pointsTo } from './rows.ts';

interface Followed {
  readonly wallet: string;
  /** Hold while every step on the way leads where it did. */
  readonly followed: readonly Write[];
}

/** Where a volunteer's points are: in their own wallet, or in that of the person they have been merged into. */
export async function followWallet(tools: Tools, district: string, volunteer: string): Promise<Followed> {
  const [row] = await tools.store.get([balanceAt(district, volunteer)]);
  const into = mergedInto(row);
  if (!into) return { wallet: volunteer, followed: [] };
  const { wallet, followed } = await followWallet(tools, district, into);
  return { wallet, followed: [pointsTo(district, volunteer, into), ...followed] };
}
