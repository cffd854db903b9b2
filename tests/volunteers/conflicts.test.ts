import { beforeAll, describe, expect, test } from 'vitest';
import { csv, type Line, pupil, pupils } from './lines.ts';
import {
  commit,
  eastName,
  everyPupil,
  importRoster,
  openSchools,
  preview,
  rowsOf,
  type Schools,
  westName,
} from './schools.ts';
import { itemsOf } from './stored.ts';

const firstNational = 'G431103201605010023';
const secondNational = 'G431103201605010031';

/** East has pupils 1 and 2, both with a national number. */
let schools: Schools;
beforeAll(async () => {
  schools = await openSchools();
  const { administrator, east } = schools;
  const lines = [{ national: firstNational }, { national: secondNational }];
  await importRoster(schools, administrator, east, csv(lines));
});

/** The one row of a roster is in conflict: nothing is written, and the report says where and why. */
async function conflictOf(unit: string, line: Line) {
  const { world, administrator } = schools;
  const before = await itemsOf(world.store, 'Volunteers');
  const { id, counts } = await preview(schools, administrator, unit, csv([line]));
  expect(counts).toMatchObject({ new: 0, changed: 0, conflict: 1 });
  expect(await commit(schools, administrator, id)).toMatchObject({ state: 'done', committed: 0 });
  expect(await itemsOf(world.store, 'Volunteers')).toEqual(before);
  const [row] = await rowsOf(administrator, id, 'conflict');
  expect(row).toMatchObject({ row: 2, committed: false });
  return row;
}

describe('a row in conflict is reported and never written', () => {
  test('when its number is known under another name and another birth date', async () => {
    const row = await conflictOf(schools.east, { name: '王芳', birthDate: '2016-09-09' });
    expect(row).toMatchObject({ column: '学号', reason: '这个学号已属于另一名学生（姓名和出生日期都不同），请核对' });
  });

  test('when its national number is known under another name and another birth date', async () => {
    const line = { number: '20230077', name: '王芳', birthDate: '2016-09-09', national: firstNational };
    expect(await conflictOf(schools.east, line)).toMatchObject({ column: '学籍号' });
  });

  test('when its national number and its student number are two different pupils', async () => {
    const row = await conflictOf(schools.east, { national: secondNational });
    expect(row).toMatchObject({ column: '学籍号、学号', reason: '学籍号和学号属于两名不同的学生，请核对' });
  });

  test('when the pupil is registered in another school', async () => {
    const row = await conflictOf(schools.west, { national: firstNational });
    expect(row).toMatchObject({ column: '学籍号', reason: '这名学生登记在另一所学校，请先办理转学' });
  });

  test('when a school’s own file names another school', async () => {
    const row = await conflictOf(schools.east, { ...pupil(9), school: westName });
    expect(row).toMatchObject({ column: '学校', reason: '这一行写的是别的学校，请从本校名册中删去' });
  });

  test('when a district’s file names a school that does not exist', async () => {
    const row = await conflictOf(schools.district, { ...pupil(9), school: '北门小学' });
    expect(row).toMatchObject({ column: '学校', reason: '系统里没有这所学校，请核对学校的全称' });
  });

  test('when a district’s file does not say which school', async () => {
    const row = await conflictOf(schools.district, pupil(9));
    expect(row).toMatchObject({ column: '学校', reason: '没有填写学校，请填写学校的全称' });
  });

  test('when two schools of the district have the same name', async () => {
    const { administrator, district } = schools;
    for (const code of ['600001', '600002']) {
      await administrator.must('POST /api/units', {
        body: { kind: 'school', name: '育才小学', parent: district, code },
      });
    }
    const row = await conflictOf(district, { ...pupil(9), school: '育才小学' });
    expect(row).toMatchObject({ column: '学校', reason: '有几所学校叫这个名称，请改用各校自己的名册' });
  });
});

test('a row that another import has overtaken since the preview becomes a conflict, others are written', async () => {
  const { administrator, west } = schools;
  const slow = await preview(schools, administrator, west, csv(pupils(3)));
  expect(slow.counts).toMatchObject({ new: 3 });
  await importRoster(schools, administrator, west, csv([{ name: '王芳', birthDate: '2016-09-09' }]));
  const done = await commit(schools, administrator, slow.id);
  expect(done).toMatchObject({ state: 'done', committed: 2, counts: { new: 2, conflict: 1 } });
  expect(await rowsOf(administrator, slow.id, 'conflict')).toMatchObject([{ row: 2, committed: false }]);
  expect((await everyPupil(administrator, west)).map(({ name }) => name)).toContain('王芳');
});

test('a name or a birth date alone may be corrected', async () => {
  const other = await openSchools(schools.world, '月溪区');
  await importRoster(other, other.administrator, other.east, csv(pupils(2)));
  const corrected = csv([{ name: '张晓明' }, { birthDate: '2016-05-11' }]);
  const { id, counts } = await preview(other, other.administrator, other.east, corrected);
  expect(counts).toMatchObject({ changed: 2, conflict: 0 });
  expect((await rowsOf(other.administrator, id, 'changed')).map(({ column }) => column)).toEqual(['姓名', '出生日期']);
});

test('a district’s file is divided among its schools by name, whatever the spaces and widths', async () => {
  const other = await openSchools(schools.world, '湘口区');
  const lines = [
    { school: eastName },
    { school: ` ${westName.slice(0, 2)}　${westName.slice(2)} ` },
    { school: eastName },
  ];
  const done = await importRoster(other, other.administrator, other.district, csv(lines));
  expect(done).toMatchObject({ committed: 3, counts: { new: 3, conflict: 0 } });
  expect(await everyPupil(other.administrator, other.east)).toHaveLength(2);
  expect(await everyPupil(other.administrator, other.west)).toHaveLength(1);
});

test('two rows of a class that claim one number are not both written', async () => {
  const other = await openSchools(schools.world, '江华区');
  const lines = [{ number: 'a1' }, { number: 'A1', name: '王芳', birthDate: '2016-09-09' }];
  const done = await importRoster(other, other.administrator, other.east, csv(lines));
  expect(done).toMatchObject({ state: 'done', committed: 1 });
  expect(await everyPupil(other.administrator, other.east)).toHaveLength(1);
});
