/** The people who hold a post in one unit. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { accountAt, accountOf, staffOf } from './rows.ts';
import { covers, showStaff } from './staff.ts';

type Route = (typeof access)['GET /api/staff'];

export async function listStaff({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  if (!covers(who, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, staffOf(who.district, query.unit), query);
  const accounts = await tools.store.get(items.map(({ account }) => accountAt(who.district, String(account))));
  const staff = accounts.map(accountOf).filter((account) => account !== undefined);
  return { items: staff.map((account) => showStaff(tools, who, account)), next };
}
