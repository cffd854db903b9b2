/** The days this district itself declares working or free; all others follow the State Council's calendar. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { calendarDayOf, calendarOf } from './rows.ts';

type Route = (typeof district)['GET /api/calendar'];

export async function listCalendar({ who }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  return { items: (await readAll(tools.store, calendarOf(who.district))).map(calendarDayOf) };
}
