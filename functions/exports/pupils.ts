import type { ConsentState } from '../../shared/rules/consent.ts';
import type { UnitTree } from '../../shared/rules/units.ts';
import type { Table } from '../platform/files/long-table.ts';
import type { Tools } from '../platform/tools.ts';
import { pupilsBelow } from '../volunteers/index.ts';
import type { Export } from './rows.ts';

const consents: Readonly<Record<ConsentState, string>> = {
  given: '已同意',
  missing: '缺同意书',
  withdrawn: '已撤回',
  not_needed: '不需要',
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
        activated ? '已激活' : '未激活',
      ]);
    }
  };
  return { columns: ['学校', '班级', '学号', '姓名', '年龄', '监护人同意', '本人登录'], pages: lines() };
}
