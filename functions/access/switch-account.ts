import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt } from './rows.ts';

/**
 * Ends a volunteer's sign-in, its sessions and the code on its card, or lets them count again.
 * @returns no write for somebody who never had a card
 */
export async function switchAccountWrites(
  tools: Tools,
  district: string,
  account: string,
  active: boolean,
): Promise<Write[]> {
  const at = accountAt(district, account);
  const [item] = await tools.store.get([at]);
  return item ? [{ ...at, update: { set: { active } }, when: [['pk', 'present']], or: 'lost_race' }] : [];
}
