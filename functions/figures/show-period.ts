/** What was served, earned and redeemed in a month or a school year: by a unit with all below it, or by one team. */
import type { figures } from '../../shared/contracts/figures.ts';
import { itemKinds } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeam } from '../teams/index.ts';
import { readSums } from './read-sums.ts';
import { monthOf, named } from './rows.ts';
import { type Sums, total } from './sums.ts';

type Route = (typeof figures)['GET /api/figures/period'];
type Period = Answer<Route>;

const grades = ['A', 'B', 'C', 'D'] as const;

export async function showPeriod({ who, query }: Ask<Route>, tools: Tools): Promise<Period> {
  const { district, post, units: tree } = who;
  const { unit, team, period } = query;
  if (!tree.covers(post.unit, unit)) throw new Problem('not_found');
  const months = monthsOf(period);
  const sumsOf = async (owners: readonly string[]) => {
    const byPlace = await readSums(
      tools,
      district,
      owners.flatMap((owner) => months.map((month) => monthOf(owner, month))),
    );
    return (some: readonly string[]) =>
      total(some.flatMap((owner) => months.map((month) => byPlace.get(monthOf(owner, month)) ?? {})));
  };
  if (team !== undefined) {
    const found = await readTeam(tools, district, team);
    if (!found || !tree.below(unit).some(({ id }) => id === found.unit)) throw new Problem('not_found');
    return { ...showSums(period, (await sumsOf([team]))([team])), units: [] };
  }
  const below = tree.below(unit);
  const ids = below.map(({ id }) => id);
  const [sumsIn, present] = await Promise.all([sumsOf(ids), readSums(tools, district, ids)]);
  const sums = sumsIn(ids);
  const outstanding = total(present.values()).points ?? 0;
  const units = below
    .filter(({ parent }) => parent === unit)
    .map(({ id, name }) => ({ unit: id, name, ...servedIn(sumsIn(tree.below(id).map((one) => one.id))) }));
  return { ...showSums(period, sums), points: { ...pointsIn(sums), outstanding }, units };
}

/** A month is itself; a school year begins in September. */
function monthsOf(period: string): string[] {
  if (period.length > 4) return [period];
  const year = Number(period);
  const month = (of: number, at: number) => `${of}-${String(at).padStart(2, '0')}`;
  return [9, 10, 11, 12].map((at) => month(year, at)).concat([1, 2, 3, 4, 5, 6, 7, 8].map((at) => month(year + 1, at)));
}

const servedIn = ({ minutes = 0, records = 0, sessions = 0 }: Sums) => ({ minutes, records, sessions });

export function showSums(period: string, sums: Sums): Omit<Period, 'units' | 'points'> {
  return {
    period,
    served: servedIn(sums),
    people: sums.people ?? 0,
    late: sums.late ?? 0,
    grades: grades.map((grade) => ({ grade, records: sums[named.grade(grade)] ?? 0 })),
    redemptions: itemKinds.map((kind) => ({ kind, count: sums[named.redeemed(kind)] ?? 0 })),
  };
}

/** What went out counts as a number above zero. */
export function pointsIn(sums: Sums) {
  const of = (...kinds: readonly string[]) => kinds.reduce((sum, kind) => sum + (sums[named.points(kind)] ?? 0), 0);
  return {
    issued: of('service', 'bonus', 'correct', 'adjust', 'waive'),
    spent: 0 - of('redeem', 'return'),
    expired: 0 - of('expire'),
    pool: 0 - of('donate', 'surplus', 'goodwill'),
  };
}
