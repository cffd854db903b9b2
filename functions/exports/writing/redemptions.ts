import type { CancelReason, RedemptionState } from '../../../shared/contracts/rewards.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';
import { readDesks } from '../../district/index.ts';
import type { Table } from '../../platform/files/long-table.ts';
import { minuteText } from '../../platform/instant.ts';
import type { Tools } from '../../platform/tools.ts';
import { redemptionsAt } from '../../rewards/index.ts';
import type { Export } from '../rows.ts';

const states: Readonly<Record<RedemptionState, string>> = {
  reserved: '待领取',
  handed_over: '已交付',
  cancelled: '已取消',
  returned: '过期退回',
  missed: '未到',
};
const reasons: Readonly<Record<CancelReason, string>> = {
  defect: '质量问题',
  out_of_stock: '缺货',
  closed: '暂停服务',
};
const columns = ['单位', '兑换点', '兑换品', '积分', '班级', '领取人', '兑换时间', '状态', '办结时间', '取消原因'];

/** What was closed in a period at the desks of a unit and below it, and what was put aside in it and still waits. */
export function redemptionsTable(
  tools: Tools,
  district: string,
  units: UnitTree,
  { unit, desk, from = '', to = '' }: Export,
  now: number,
): Table {
  const lines = async function* () {
    const all = await readDesks(tools, district);
    for (const { id, name, unit: owner } of all) {
      if (!units.covers(unit, owner) || (desk !== undefined && desk !== id)) continue;
      for await (const page of redemptionsAt(tools, district, id, { from, to }, now)) {
        yield page.map((one) => [
          units.get(owner)?.name ?? '',
          name,
          one.name,
          one.price,
          one.class,
          one.person,
          minuteText(one.at),
          states[one.state],
          one.closedAt ? minuteText(Date.parse(one.closedAt)) : '',
          one.reason ? reasons[one.reason] : '',
        ]);
      }
    }
  };
  return { columns, pages: lines() };
}
