/** A unit's figures: the sums of the unit and of all below it, as the streams have counted them. */
import type { figures } from '../../shared/contracts/figures.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { addDays, shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Group } from '../../shared/rules/classes.ts';
import { type StarThresholds, schemeOf, starProgress } from '../../shared/rules/stars.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from '../teams/index.ts';
import { readSums } from './read-sums.ts';
import { named, sumsNamed } from './rows.ts';
import { type Sums, total } from './sums.ts';

type Route = (typeof figures)['GET /api/figures'];
type Figures = Answer<Route>;

const monthsShown = 12;
const teamsShown = 10;
const grades = ['A', 'B', 'C', 'D'] as const;

export async function showFigures({ who, query, now }: Ask<Route>, tools: Tools): Promise<Figures> {
  const { district, post, units: tree } = who;
  if (!tree.covers(post.unit, query.unit)) throw new Problem('not_found');
  const today = shanghaiDay(now);
  const below = tree.below(query.unit);
  const [byUnit, settings] = await Promise.all([
    readSums(
      tools,
      district,
      below.map(({ id }) => id),
    ),
    readSettings(tools, district, today),
  ]);
  const subtree = (unit: string) => total(tree.below(unit).map(({ id }) => byUnit.get(id) ?? {}));
  const sums = subtree(query.unit);
  const count = (name: string) => sums[name] ?? 0;
  return {
    unit: query.unit,
    teams: count('teams'),
    volunteers: { online: count('online'), offline: Math.max(0, count('volunteers') - count('online')) },
    minutes: count('minutes'),
    sessions: count('sessions'),
    people: count('people'),
    months: lastMonths(today).map((month) => ({
      month,
      minutes: count(named.monthMinutes(month)),
      records: count(named.monthRecords(month)),
    })),
    stars: starsOf(sums, settings),
    grades: grades.map((grade) => ({ grade, records: count(named.grade(grade)) })),
    late: sumsNamed(sums, 'due').reduce((late, [[deadline = ''], shifts]) => late + (deadline < today ? shifts : 0), 0),
    waiting: {
      recorded: count('recorded'),
      confirmed: count('confirmed'),
      published: count('published'),
      objected: count('objected'),
      registrations: count(named.asked('registration')),
      requests: count(named.asked('request')),
    },
    teamsTop: await topTeams(tools, district, sums),
    units: below
      .filter(({ parent }) => parent === query.unit)
      .map(({ id, name }) => {
        const { teams = 0, volunteers = 0, minutes = 0 } = subtree(id);
        return { unit: id, name, teams, volunteers, minutes };
      }),
    asOf: new Date(now).toISOString(),
  };
}

function lastMonths(today: string): string[] {
  const months = [today.slice(0, 7)];
  while (months.length < monthsShown) months.unshift(addDays(`${months[0]}-01`, -1).slice(0, 7));
  return months;
}

const levels = () => [0, 0, 0, 0, 0, 0];

/** Whoever has no whole hour yet is counted with the class only, and has no star. */
function starsOf(sums: Sums, thresholds: StarThresholds): Figures['stars'] {
  const [byHours, met] = [levels(), levels()];
  const count = (list: number[], level: number, people: number) => {
    list[level] = (list[level] ?? 0) + people;
  };
  for (const [[stage = '', hours = '', held = ''], people] of sumsNamed(sums, 'hours')) {
    const { level } = starProgress(schemeOf(stage as Group), Number(hours) * 60, thresholds);
    count(byHours, level, people);
    count(met, Math.min(level, Number(held)), people);
  }
  for (const list of [byHours, met]) {
    const starred = list.slice(1).reduce((sum, people) => sum + people, 0);
    list[0] = Math.max(0, (sums.volunteers ?? 0) - starred);
  }
  return byHours.map((volunteers, level) => ({ level, volunteers, met: met[level] ?? 0 }));
}

async function topTeams(tools: Tools, district: string, sums: Sums): Promise<Figures['teamsTop']> {
  const most = sumsNamed(sums, 'team')
    .sort(([, one], [, other]) => other - one)
    .slice(0, teamsShown);
  const minutes = new Map(most.map(([[team = ''], count]) => [team, count]));
  const teams = await readTeams(tools, district, [...minutes.keys()]);
  return teams.map(({ id, name }) => ({ team: id, name, minutes: minutes.get(id) ?? 0 }));
}
