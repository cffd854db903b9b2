/** The desks on my line: those that serve my unit and those of the units below it. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import type { Tools } from '../platform/tools.ts';
import { isOnLine } from './list-units.ts';
import { readDesks } from './read-district.ts';

type Route = (typeof district)['GET /api/desks'];

export async function listDesks({ who }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  return { items: (await readDesks(tools, who.district)).filter(({ unit }) => isOnLine(who, unit)) };
}
