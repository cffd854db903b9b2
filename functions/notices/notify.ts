/** Tells those whom a happening concerns, once each: telling it again changes nothing. */
import { type Happening, mayBeOff } from '../../shared/rules/notice-kinds.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Tools } from '../platform/tools.ts';
import { recipientsOf } from './recipients.ts';
import { isOff, noticeWrite, switchesAt } from './rows.ts';

export async function notify(tools: Tools, happening: Happening, now: number): Promise<void> {
  const { district, kind } = happening;
  const accounts = [...new Set(await recipientsOf(tools, happening, now))];
  if (accounts.length === 0) return;
  const switches = mayBeOff(kind)
    ? await getAll(
        tools.store,
        accounts.map((account) => switchesAt(district, account)),
      )
    : [];
  const wanting = accounts.filter((_, at) => !isOff(switches[at], kind));
  for (const account of wanting) {
    const write = noticeWrite(account, happening);
    await tools.store.transact(`notice#${write.key.pk}#${write.key.sk}`, [write]);
  }
}
