import type { ConsentState } from '../../../shared/rules/consent.ts';
import type { UnitTree } from '../../../shared/rules/units.ts';
import type { Table } from '../../platform/files/long-table.ts';
import type { Tools } from '../../platform/tools.ts';
import { pupilsBelow } from '../../volunteers/index.ts';
import type { Export } from '../rows.ts';

const consents: Readonly<Record<ConsentState, string>> = {
  given: '有同意书',
  missing: '缺同意书',
  withdrawn: '已撤回',
  not_needed: '无需同意书',
};

/** The pupils of a unit as the roster's pages list them: no birth dates, no codes, nobody's guardian. */
export function pupilsTable(tools: Tools, district: string, units: UnitTree, { unit }: Export, now: number): Table {
  const lines = async function* () {
    for await (const page of pupilsBelow(tools, district, units.below(unit), now)) {
      yield page.map(({ school, class: label, number, name, age, consent, activated }) => [
        units.get(school)?.name ?? '',
        label,
        number,
        name,
        age,
        consents[consent],
        activated ? '已开通' : '未开通',
      ]);
    }
  };
  return { columns: ['学校', '班级', '学号', '姓名', '年龄', '同意书', '账户'], pages: lines() };
}
