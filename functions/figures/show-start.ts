/** What each school has ready for its first day, and whether it has begun. */
import type { figures } from '../../shared/contracts/figures.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Unit } from '../../shared/rules/units.ts';
import { holdersOf } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readSums } from './read-sums.ts';

type Route = (typeof figures)['GET /api/figures/start'];
type Start = Answer<Route>['items'][number];

export async function showStart({ who, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district, post, units: tree } = who;
  if (!tree.covers(post.unit, query.unit)) throw new Problem('not_found');
  const schools = tree.below(query.unit).filter(({ kind }) => kind === 'school');
  const places = new Set(schools.flatMap(({ id }) => tree.above(id)));
  const sums = await readSums(tools, district, [...places]);
  const show = async ({ id, name, pupilsExpected = 0 }: Unit): Promise<Start> => {
    const { volunteers = 0, consented = 0, online = 0, teams = 0, ...others } = sums.get(id) ?? {};
    const approvers = await holdersOf(tools, district, { unit: id, roles: ['approver', 'unit_admin'], now });
    const served = ['sessions', 'recorded', 'confirmed', 'published', 'objected'].some(
      (state) => (others[state] ?? 0) > 0,
    );
    return {
      unit: id,
      name,
      pupils: volunteers,
      pupilsExpected: pupilsExpected || undefined,
      consented,
      online,
      teams,
      approvers: approvers.length,
      stocked: tree.above(id).some((unit) => (sums.get(unit)?.stocked ?? 0) > 0),
      started: served,
    };
  };
  return { items: await Promise.all(schools.map(show)) };
}
