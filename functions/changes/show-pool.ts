/** A unit's public pool, its subtree's included: a sum that the streams keep, for a pool has no balance row. */
import type { changes } from '../../shared/contracts/changes.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { poolOf } from '../figures/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';

type Route = (typeof changes)['GET /api/pool'];

export async function showPool({ who, query }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const units = who.units.below(query.unit).map(({ id }) => id);
  const { donated, surplus, granted } = await poolOf(tools, who.district, units);
  return { unit: query.unit, points: donated + surplus - granted, donated, surplus, granted };
}
