/** What everybody may know: the figures of all districts together, and the schools whose publicity can be read. */
import type { figures } from '../../shared/contracts/figures.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { treeAt, treeOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { limits } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { shownMin } from './public-sums.ts';
import { districtOf, publicSums, sumsOf } from './rows.ts';
import { total } from './sums.ts';

type Route = (typeof figures)['GET /api/public/figures'];

/**
 * Totals are told in whole tens of people and whole hundreds of hours: exact ones, less what the schools show, would
 * leave what the schools hide.
 */
const peopleStep = 10;
const minutesStep = 100 * 60;

export async function showPublicFigures(_: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const items = await readAll(tools.store, publicSums);
  const { teams = 0, volunteers = 0, minutes = 0 } = total(items.map(sumsOf));
  return {
    teams: teams < shownMin ? null : teams,
    volunteers: inWhole(peopleStep, volunteers),
    minutes: inWhole(minutesStep, minutes),
    schools: await schoolsOf(tools, items.map(districtOf)),
  };
}

const inWhole = (step: number, count: number) => (count < step ? null : count - (count % step));

async function schoolsOf(tools: Tools, districts: readonly string[]): Promise<Answer<Route>['schools']> {
  const schools: Answer<Route>['schools'] = [];
  for (let from = 0; from < districts.length; from += limits.keysPerGet) {
    const trees = await tools.store.get(districts.slice(from, from + limits.keysPerGet).map(treeAt));
    for (const tree of trees.map(treeOf)) {
      for (const { name, code } of tree.below(tree.root.id)) if (code !== undefined) schools.push({ name, code });
    }
  }
  return schools;
}
