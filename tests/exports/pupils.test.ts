import { describe, expect, test } from 'vitest';
import { csv, fixture, pupil } from '../volunteers/lines.ts';
import { appointAdministrator, classesOf, everyPupil, importRoster, openSchools } from '../volunteers/schools.ts';
import { exported, fetched, linesOf, withPhone } from './office.ts';

const consents = { given: '已同意', missing: '缺同意书', withdrawn: '已撤回', not_needed: '不需要' };

describe('the pupils of a school as a file', () => {
  test.each(['xlsx', 'csv'] as const)('hold what the list shows and nothing else, as %s', async (as) => {
    const schools = await openSchools();
    const { world, administrator, west } = schools;
    await importRoster(schools, administrator, west, fixture('meiwan-utf8.csv'));
    await withPhone(world, administrator);
    const job = await exported(world, administrator, { list: 'pupils', unit: west, as });
    expect(job).toMatchObject({ state: 'ready', rows: 240, list: 'pupils', unitName: '西湖小学', as });
    const [head, ...lines] = await linesOf(administrator, job);
    expect(head).toEqual(['学校', '班级', '学号', '姓名', '年龄', '监护人同意', '本人登录']);
    const listed = await everyPupil(administrator, west);
    expect(lines.map((line) => line.map(String))).toEqual(
      listed.map((one) => [
        '西湖小学',
        one.class,
        one.number,
        one.name,
        String(one.age),
        consents[one.consent],
        one.activated ? '已激活' : '未激活',
      ]),
    );
  });
});
