import { describe, expect, test } from 'vitest';
import { matchColumns } from '../../../functions/volunteers/roster/headers.ts';
import { csv, problemOf, read, workbook, xlsx } from './sheets.ts';

const fieldsOf = (...headers: string[]) =>
  Object.fromEntries(Object.entries(matchColumns(headers)).map(([field, { index }]) => [field, headers[index]]));

describe('headers', () => {
  test.each([
    ['姓名', 'name'],
    ['学生姓名', 'name'],
    ['名字', 'name'],
    ['学号', 'number'],
    ['学生学号', 'number'],
    ['学生编号', 'number'],
    ['编号', 'number'],
    ['学籍号', 'number'],
    ['班级', 'class'],
    ['行政班', 'class'],
    ['班', 'class'],
    ['年级', 'grade'],
    ['届', 'grade'],
    ['入学年份', 'grade'],
    ['性别', 'gender'],
    ['出生日期', 'birthDate'],
    ['出生年月', 'birthDate'],
    ['生日', 'birthDate'],
    ['监护人', 'guardian'],
    ['家长姓名', 'guardian'],
    ['监护人电话', 'phone'],
    ['家长电话', 'phone'],
    ['联系电话', 'phone'],
    ['手机', 'phone'],
    ['学校', 'school'],
    ['学校名称', 'school'],
    ['所在学校', 'school'],
    ['注册方式', 'online'],
    ['线上/线下', 'online'],
  ])('“%s” is the column of the %s', (header, field) => {
    expect(Object.keys(matchColumns([header]))).toEqual([field]);
  });

  test.each([
    '姓 名',
    '姓\n名',
    '　姓名　',
    '姓名*',
    '＊姓名',
    '姓名（必填）',
    '姓名：',
    '\u200b姓名\ufeff',
    '【必填】姓名',
  ])('“%s” says 姓名 in spite of its ornaments', (header) => {
    expect(matchColumns([header])).toEqual({ name: { index: 0, header: expect.any(String) } });
  });

  test('a 学籍号 beside a 学号 is the national number, alone it is the student number', () => {
    expect(fieldsOf('学籍号', '学号', '姓名')).toEqual({ nationalNumber: '学籍号', number: '学号', name: '姓名' });
    expect(fieldsOf('编号', '学籍号', '姓名')).toEqual({ number: '学籍号', name: '姓名' });
  });

  test('where several columns fit, the surest word wins', () => {
    expect(fieldsOf('编号', '姓名', '手机', '学号', '监护人电话', '姓名')).toEqual({
      number: '学号',
      name: '姓名',
      phone: '监护人电话',
    });
  });
});

describe('where the list begins', () => {
  const row = '0745001,张小满,2017-05-01,三(2)班';

  test('a header is found below merged titles, notes and blank lines', async () => {
    const bytes = csv('志愿者名册,,,', '', '说明：请如实填写,,,', '学号,姓名,出生日期,班级', row);
    expect((await read(bytes)).rows).toMatchObject([{ row: 5, number: '0745001', name: '张小满' }]);
  });

  test('the columns are told as the school wrote them', async () => {
    const { columns } = await read(csv('学号*,学生姓名,生日,班级,备注', `${row},`));
    expect(columns.map(({ field, header }) => `${field}=${header}`).sort()).toEqual([
      'birthDate=生日',
      'class=班级',
      'name=学生姓名',
      'number=学号*',
    ]);
  });

  test.each([
    ['姓名,班级', '“学号”'],
    ['学号,班级', '“姓名”'],
    ['序号,备注', '表头'],
  ])('a file whose header is “%s” is refused, and told that it lacks %s', async (header, lacking) => {
    const problem = await problemOf(read(csv(header, '1,2')));
    expect(problem.code).toBe('roster_header_missing');
    expect(problem.facts.detail).toContain(lacking);
  });

  test('every sheet with a header is read; hidden and other sheets are not, and the others are named', async () => {
    const header = ['学号', '姓名', '出生日期'];
    const { rows, skippedSheets } = await read(
      await workbook([
        { name: '五(1)班', rows: [header, ['01', '张小满', '2015-05-01']] },
        {
          name: '教师',
          rows: [
            ['姓名', '电话'],
            ['王老师', '1'],
          ],
        },
        { name: '旧名单', rows: [header, ['02', '李谷雨', '2015-05-02']], hidden: true },
        { name: '五(2)班 <A&"B">', rows: [['名单'], header, ['02', '李谷雨', '2015-05-02']] },
      ]),
    );
    expect(rows.map(({ sheet, row, class: group }) => [sheet, row, group.number])).toEqual([
      ['五(1)班', 2, 1],
      ['五(2)班 <A&"B">', 3, 2],
    ]);
    expect(skippedSheets).toEqual(['教师']);
  });

  test('without a class column the class is taken from the title, else the sheet’s name, else the file’s', async () => {
    const rows = [
      ['学号', '姓名', '出生日期'],
      ['01', '张小满', '2015-05-01'],
    ];
    const classIn = async (bytes: Uint8Array, name: string) => (await read(bytes, name)).rows[0]?.class;
    const fifth = { stage: 'primary', entryYear: 2022, number: 2 };
    expect(await classIn(await xlsx([['滨江小学五(2)班名单'], ...rows], '四(1)班'), '三(3)班.xlsx')).toEqual(fifth);
    expect(await classIn(await xlsx(rows, '五(2)班'), '三(3)班.xlsx')).toEqual(fifth);
    expect(await classIn(await xlsx(rows), '五年级2班.xlsx')).toEqual(fifth);
    expect(await classIn(await xlsx(rows), '名册.xlsx')).toBeUndefined();
  });

  test('a list of classes one below the other, each under its own title, keeps them apart', async () => {
    const header = '学号,姓名,出生日期';
    const { rows, faults } = await read(
      csv('三(1)班', header, '01,张小满,2017-05-01', '合计,1,', '三(2)班', header, '02,李谷雨,2017-05-02'),
    );
    expect(faults).toEqual([]);
    expect(rows.map((row) => [row.number, row.class.number])).toEqual([
      ['01', 1],
      ['02', 2],
    ]);
  });
});
