/** A class list in order of student number: who still needs a guardian's consent, who has a PIN. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { volunteers } from '../../shared/contracts/volunteers.ts';
import type { Ask } from '../platform/ask.ts';
import { openCursor, sealCursor } from '../platform/http/cursor.ts';
import type { Tools } from '../platform/tools.ts';
import { ownClass } from './own-class.ts';
import { isListed, showLines } from './show-lines.ts';

type Route = (typeof volunteers)['GET /api/classes/{class}/volunteers'];

export async function listClass({ who, params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { of, directory } = await ownClass(who, tools, params.class);
  const list = `${who.district}|${directory.class}`;
  const last = query.cursor === undefined ? undefined : openCursor(tools, list, query.cursor);
  const start = directory.lines.findIndex(({ vid }) => vid === last) + 1;
  const lines = directory.lines.slice(start, start + query.limit);
  const placed = lines.map((line) => ({ of, line }));
  const isLast = start + query.limit >= directory.lines.length;
  return {
    items: (await showLines(tools, who.district, placed, now)).filter((line) => isListed(who, line)),
    next: isLast ? undefined : sealCursor(tools, list, lines.at(-1)?.vid ?? ''),
  };
}
