import { addDays, monthEnd } from '../../../shared/rules/calendar.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';
import { monthsBelow } from '../../figures/index.ts';
import type { Table } from '../../platform/files/long-table.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Export } from '../rows.ts';

const columns = [
  '月份',
  '单位',
  '服务分钟',
  '人次',
  '场次',
  '服务了多少人',
  '迟审人次',
  '证据 A',
  '证据 B',
  '证据 C',
  '证据 D',
  '发放积分',
  '兑换积分',
  '过期积分',
  '进公共积分池',
  '领取文具',
  '领取图书',
  '领取电影卡',
  '领取读书卡',
  '领取服务优惠',
];

/** The figures of each month that the period touches: of the unit and of each one below it, with all below that. */
export function figuresTable(
  tools: Tools,
  district: string,
  units: UnitTree,
  { unit, from = '', to = '' }: Export,
): Table {
  const lines = async function* () {
    for await (const page of monthsBelow(tools, district, units, unit, monthsOf(from, to))) {
      yield page.map(({ unit: of, period, served, people, late, grades, points, redemptions }) => [
        period,
        of.name,
        served.minutes,
        served.records,
        served.sessions,
        people,
        late,
        ...grades.map(({ records }) => records),
        points.issued,
        points.spent,
        points.expired,
        points.pool,
        ...redemptions.map(({ count }) => count),
      ]);
    }
  };
  return { columns, pages: lines() };
}

function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = addDays(monthEnd(day), 1)) months.push(day.slice(0, 7));
  return months;
}
