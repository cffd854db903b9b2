import type { Unit, UnitTree } from '../../shared/rules/units.ts';
import type { Tools } from '../platform/tools.ts';
import { pointsIn } from './flows.ts';
import { readSums } from './read-sums.ts';
import { monthOf } from './rows.ts';
import { showSums } from './show-period.ts';
import { total } from './sums.ts';

/** What a month's page says of a unit with all below it. */
export type MonthOfUnit = ReturnType<typeof showSums> & {
  readonly unit: Unit;
  readonly points: ReturnType<typeof pointsIn>;
};

/** The figures of each month, the first one first: of a unit and of each one below it. */
export async function* monthsBelow(
  tools: Tools,
  district: string,
  units: UnitTree,
  unit: string,
  months: readonly string[],
): AsyncGenerator<MonthOfUnit[]> {
  const below = units.below(unit);
  for (const month of months) {
    const places = below.map(({ id }) => monthOf(id, month));
    const sumsAt = await readSums(tools, district, places);
    yield below.map((one) => {
      const sums = total(units.below(one.id).map(({ id }) => sumsAt.get(monthOf(id, month)) ?? {}));
      return { unit: one, ...showSums(month, sums), points: pointsIn(sums) };
    });
  }
}
