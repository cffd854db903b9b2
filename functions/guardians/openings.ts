/** Who of the staff opened a pupil's file, and in which post; never under which name. */

import type { guardians } from '../../shared/contracts/guardians.ts';
import { contracts } from '../../shared/contracts/index.ts';
import type { Answer, Route as AnyRoute } from '../../shared/contracts/route.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import type { Ask } from '../platform/ask.ts';
import { type Opening, openingOf, openingsOf } from '../platform/audit/openings.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { Tools } from '../platform/tools.ts';
import { pupilInScope } from './school.ts';

type Route = (typeof guardians)['GET /api/volunteers/{volunteer}/openings'];

export async function listOpenings({ who, params, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  await pupilInScope(tools, who, params.volunteer);
  const { items, next } = await pageOf(tools, openingsOf(who.district, params.volunteer), query);
  return { items: items.map((item) => showOpening(who.units, openingOf(item))), next };
}

const summaries: Readonly<Record<string, AnyRoute>> = contracts;

export const showOpening = (units: UnitTree, { at, role, unit, route }: Opening) => ({
  at: new Date(at).toISOString(),
  role,
  unitName: units.get(unit)?.name ?? '',
  what: summaries[route]?.summary ?? '',
});
