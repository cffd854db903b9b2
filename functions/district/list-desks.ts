/** The desks on my line: those that serve my unit and those of the units below it. */
import type { district } from '../../shared/contracts/district.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { isOnLine } from './list-units.ts';
import { readDesk, readDesks } from './read-district.ts';

type Route = (typeof district)['GET /api/desks'];
type ShowDesk = (typeof district)['GET /api/desks/{desk}'];

export async function listDesks({ who }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  return { items: (await readDesks(tools, who.district)).filter(({ unit }) => isOnLine(who, unit)) };
}

export async function showDesk({ who, params }: Ask<ShowDesk>, tools: Tools): Promise<Answer<ShowDesk>> {
  const desk = await readDesk(tools, who.district, params.desk);
  if (!desk || !isOnLine(who, desk.unit)) throw new Problem('not_found');
  return desk;
}
