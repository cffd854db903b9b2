/** What a term came to: by a plain reckoning, by the records, by the wallets and by the figures, which must agree. */
import { createHash } from 'node:crypto';
import { figuresToRecount } from '../../functions/figures/index.ts';
import { named, placeAt, sumsOf } from '../../functions/figures/rows.ts';
import { readWholeShift } from '../../functions/hours/index.ts';
import { readBalance } from '../../functions/ledger/index.ts';
import type { Town } from './term-town.ts';

type Sums = Record<string, number>;
/** Minutes by the id of a pupil, a team or a school. */
export const add = (sums: Sums, of: string, minutes: number): void => {
  sums[of] = (sums[of] ?? 0) + minutes;
};

export async function compareSums(
  { tools, district, teams, schools }: Town,
  shifts: readonly string[],
  reckoned: Sums,
) {
  const found: Sums = {};
  const lines: string[] = [];
  for (const shift of shifts) {
    const whole = await readWholeShift(tools, district, shift);
    for (const { volunteer, state, minutes, grade, from, to } of whole?.records ?? []) {
      lines.push([shift, volunteer, state, minutes, grade, from, to].join(' '));
      if (state !== 'final' || !whole) continue;
      for (const whose of [volunteer, whole.team, whole.unit]) add(found, whose, minutes);
    }
    const newImage = { pk: `T#${district}#S#${shift}`, sk: 'P#x', district, shift };
    await figuresToRecount({ table: 'Service', newImage })?.run(tools);
  }
  const differences: string[] = [];
  const compare = (what: string, of: string, minutes: number | undefined) => {
    if ((minutes ?? 0) !== (found[of] ?? 0)) differences.push(`${what} ${of}: ${minutes}, records ${found[of]}`);
  };
  for (const pupil of teams.flatMap(({ members }) => members)) {
    compare('reckoned for pupil', pupil, reckoned[pupil]);
    compare('wallet of', pupil, (await readBalance(tools, district, pupil)).minutes);
  }
  for (const school of schools) {
    const [item] = await tools.store.get([placeAt(district, school)]);
    const sums = sumsOf(item);
    compare('reckoned for school', school, reckoned[school]);
    compare('figures of school', school, sums.minutes);
    for (const { id } of teams.filter(({ unit }) => unit === school)) {
      compare('reckoned for team', id, reckoned[id]);
      compare('figures of team', id, sums[named.team(id)]);
    }
  }
  const minutes = schools.reduce((sum, school) => sum + (found[school] ?? 0), 0);
  return { differences, minutes, digest: createHash('sha256').update(lines.sort().join('\n')).digest('hex') };
}
