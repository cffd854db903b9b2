/**
 * What everybody may know of a school: its months, each number only where at least five people are behind it. What is
 * shown of the year is the sum of what is shown of its months, so that nothing hidden is left over by subtraction.
 */
import type { figures } from '../../shared/contracts/figures.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { schoolByCode, treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { monthsOf } from './months.ts';
import { addPublic, publicOf, shownMin } from './public-sums.ts';
import { readSums } from './read-sums.ts';
import { monthOf } from './rows.ts';

type Route = (typeof figures)['GET /api/public/figures/{school}'];

export async function showPublicSchool({ params, query, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const found = await schoolByCode(tools, params.school);
  if (!found) throw new Problem('not_found');
  const { district, unit } = found;
  const present = shanghaiDay(now).slice(0, 7);
  const months = monthsOf(query.year).filter((month) => month < present);
  const [sums, [tree]] = await Promise.all([
    readSums(tools, district, [unit, ...months.map((month) => monthOf(unit, month))]),
    tools.store.get([treeAt(district)]),
  ]);
  const shown = months.map((month) => ({ month, ...publicOf(sums.get(monthOf(unit, month)) ?? {}) }));
  const { teams = 0, volunteers = 0, online = 0 } = sums.get(unit) ?? {};
  return {
    name: treeOf(tree).get(unit)?.name ?? '',
    teams,
    volunteers: registered(volunteers, online),
    year: { ...addPublic(shown), hidden: shown.filter(({ served }) => served === null).length },
    months: shown,
  };
}

function registered(all: number, online: number) {
  const offline = Math.max(0, all - online);
  if (all < shownMin) return { all: null, online: null, offline: null };
  const isEnough = [online, offline].every((part) => part === 0 || part >= shownMin);
  return isEnough ? { all, online, offline } : { all, online: null, offline: null };
}
