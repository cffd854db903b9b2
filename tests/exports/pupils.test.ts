import { describe, expect, test } from 'vitest';
import { csv, fixture, pupils } from '../volunteers/lines.ts';
import { everyPupil, importRoster, openSchools } from '../volunteers/schools.ts';
import { exported, linesOf, withPhone } from './office.ts';

const consents = { given: '有同意书', missing: '缺同意书', withdrawn: '已撤回', not_needed: '无需同意书' };
const columns = ['学校', '班级', '学号', '姓名', '年龄', '同意书', '账户'];

describe('the pupils of a school as a file', () => {
  test.each(['xlsx', 'csv'] as const)('hold what the list shows and nothing else, as %s', async (as) => {
    const schools = await openSchools();
    const { world, administrator, west } = schools;
    await importRoster(schools, administrator, west, fixture('meiwan-utf8.csv'));
    await withPhone(world, administrator);
    const job = await exported(world, administrator, { list: 'pupils', unit: west, as });
    expect(job).toMatchObject({ state: 'ready', rows: 240, list: 'pupils', unitName: '西湖小学', as });
    const [head, ...lines] = await linesOf(administrator, job);
    expect(head).toEqual(columns);
    const listed = await everyPupil(administrator, west);
    expect(lines.map((line) => line.map(String))).toEqual(
      listed.map(({ class: label, number, name, age, consent, activated }) => {
        return ['西湖小学', label, number, name, String(age), consents[consent], activated ? '已开通' : '未开通'];
      }),
    );
  });

  test('of a district are those of all its schools, school by school', async () => {
    const schools = await openSchools();
    const { world, district, administrator, east, west } = schools;
    await importRoster(schools, administrator, west, csv(pupils(3)));
    await importRoster(schools, administrator, east, csv(pupils(70)));
    await withPhone(world, administrator);
    const job = await exported(world, administrator, { list: 'pupils', unit: district });
    const [, ...lines] = await linesOf(administrator, job);
    expect(lines.map(([school]) => school)).toEqual([...Array(70).fill('东风小学'), ...Array(3).fill('西湖小学')]);
  });

  test('of a school without any is a file with its columns', async () => {
    const { world, administrator, east } = await openSchools();
    await withPhone(world, administrator);
    for (const as of ['xlsx', 'csv'] as const) {
      const job = await exported(world, administrator, { list: 'pupils', unit: east, as });
      expect(job).toMatchObject({ state: 'ready', rows: 0 });
      expect(await linesOf(administrator, job)).toEqual([columns]);
    }
  });
});
