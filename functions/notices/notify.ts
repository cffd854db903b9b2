/** Tells those whom a happening concerns, once each: telling it again changes nothing. */
import { type Happening, mayBeOff } from '../../shared/rules/notice-kinds.ts';
import { holdersOf, inboxesOf } from '../access/index.ts';
import { placeOfShift } from '../hours/index.ts';
import { getAll } from '../platform/store/get-all.ts';
import type { Tools } from '../platform/tools.ts';
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

async function recipientsOf(tools: Tools, { district, to }: Happening, now: number): Promise<string[]> {
  if ('volunteer' in to) return inboxesOf(tools, district, to.volunteer);
  if ('approversOf' in to)
    return holdersOf(tools, district, { unit: to.approversOf, roles: ['approver', 'unit_admin'], now });
  const place = await placeOfShift(tools, district, to.leadersOfShift);
  return place ? holdersOf(tools, district, { unit: place.unit, roles: ['leader'], scope: place.team, now }) : [];
}
