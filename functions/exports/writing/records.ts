import type { RecordState } from '../../../shared/contracts/hours.ts';
import { nationalHours } from '../../../shared/rules/minutes.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';
import { recordsBelow } from '../../hours/index.ts';
import type { Table } from '../../platform/files/long-table.ts';
import { minuteText } from '../../platform/instant.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Export } from '../rows.ts';

const states: Readonly<Record<RecordState, string>> = {
  recorded: '待领队确认',
  confirmed: '待审核',
  published: '公示中',
  final: '已生效',
  sent_back: '已退回',
  objected: '有异议',
  rejected: '不予认定',
  corrected: '已更正',
};
const columns = [
  '单位',
  '服务队',
  '服务',
  '地点',
  '班级',
  '学号',
  '姓名',
  '开始',
  '结束',
  '计入分钟',
  '上报小时',
  '证据等级',
  '状态',
  '积分',
];

/** Only what has become final is reported; the column sums to what the national system is told of the period. */
const isReported = ({ state }: { readonly state: RecordState }) => state === 'final' || state === 'corrected';

/** The service records of a period, whatever they wait for. */
export function recordsTable(
  tools: Tools,
  district: string,
  units: UnitTree,
  { unit, from = '', to = '' }: Export,
  now: number,
): Table {
  const lines = async function* () {
    for await (const page of recordsBelow(tools, district, unit, { from, to }, now)) {
      yield page.map(({ record, shift, team, name, number, class: label }) => [
        units.get(shift.unit)?.name ?? '',
        team,
        shift.name,
        shift.place,
        label,
        number,
        name,
        minuteText(record.from),
        minuteText(record.to),
        record.minutes,
        isReported(record) ? nationalHours(record.minutes) : '',
        record.grade,
        states[record.state],
        record.points ?? '',
      ]);
    }
  };
  return { columns, pages: lines() };
}
