/** Each time a link to a file with personal data is handed out, that is written down before the link leaves. */
import { openingWrite } from '../platform/audit/openings.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';

/** @param about the unit or the person whose data the file holds */
export async function noteHandingOut(tools: Tools, route: string, who: Who, about: string, now: number): Promise<void> {
  const write = openingWrite(tools, route, who, about, now);
  await tools.store.transact(`OPEN#${write.key.sk}`, [write]);
}
