import { describe, expect, test } from 'vitest';
import { codesOf, csv, read, readPupil, xlsx } from './sheets.ts';

const header = '学号,姓名,班级,出生日期';
const born = '三(2)班,2017-05-01';

describe('a pupil’s row', () => {
  test('gives all that is written of the pupil', async () => {
    const { rows } = await readPupil({
      学籍号: 'g310101201705010011',
      学校: '滨江小学',
      性别: '女',
      监护人: '张 三',
      联系电话: '138 0000 0000',
      注册方式: '线下',
    });
    expect(rows).toEqual([
      {
        row: 2,
        number: '0745001',
        name: '张小满',
        class: { stage: 'primary', entryYear: 2024, number: 2 },
        birthDate: '2017-05-01',
        nationalNumber: 'G310101201705010011',
        school: '滨江小学',
        gender: 'female',
        guardian: '张三',
        phone: '13800000000',
        online: false,
      },
    ]);
  });

  test.each([
    ['full width and invisible characters', '\u200b０７４５　００１\u202e\0', '0745001'],
    ['the mark that keeps text from being calculated', "'0745001", '0745001'],
    ['the formula that keeps leading zeros', '="0745001"', '0745001'],
    ['letters and a dash', 'x-12', 'x-12'],
    ['a decimal point that a program added', '76020200101.0', '76020200101'],
  ])('a student number with %s is read plainly', async (_what, written, number) => {
    expect((await readPupil({ 学号: written })).rows).toMatchObject([{ number }]);
  });

  test.each([
    ['䶮喆翀', '䶮喆翀'],
    ['张　三', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['Li  Ming', 'Li  Ming'],
    ['𬸦\u200d', '𬸦'],
  ])('the name “%s” is kept as “%s”', async (written, name) => {
    expect((await readPupil({ 姓名: written })).rows).toMatchObject([{ name }]);
  });

  test.each([
    ['男', 'male'],
    ['女生', 'female'],
    ['1', 'male'],
    ['2', 'female'],
    ['f', 'female'],
    ['', undefined],
    ['/', undefined],
  ])('the gender “%s” is %s', async (written, gender) => {
    expect((await readPupil({ 性别: written })).rows).toMatchObject([{ gender }]);
  });

  test('“none” in its many forms is nothing', async () => {
    const { rows } = await readPupil({ 监护人: '无', 监护人电话: '—', 学籍号: '/', 注册方式: '' });
    expect(rows[0]).toMatchObject({
      guardian: undefined,
      phone: undefined,
      nationalNumber: undefined,
      online: undefined,
    });
  });

  test('a student number typed as a number keeps its digits', async () => {
    const bytes = await xlsx([header.split(','), [760202001010, '张小满', '三(2)班', 20170501]]);
    expect((await read(bytes)).rows).toMatchObject([{ number: '760202001010', birthDate: '2017-05-01' }]);
  });

  test('a class that the spreadsheet took for a date is still the class', async () => {
    const bytes = await xlsx([
      header.split(','),
      ['01', '张小满', new Date(Date.UTC(2026, 2, 2)), new Date(Date.UTC(2017, 4, 1))],
    ]);
    expect((await read(bytes)).rows).toMatchObject([
      { class: { entryYear: 2024, number: 2 }, birthDate: '2017-05-01' },
    ]);
  });

  test('a numbered grade in a junior school is counted from the seventh', async () => {
    const bytes = csv('学号,姓名,年级,班级,出生日期', '01,张小满,1,2,2013-05-01');
    expect((await read(bytes, 'a.csv', '滨江初级中学')).rows).toMatchObject([
      { class: { stage: 'junior', entryYear: 2026 } },
    ]);
  });
});

describe('a faulty row', () => {
  test.each([
    ['姓名', '', 'name_missing'],
    ['学号', '', 'number_missing'],
    ['学号', '无', 'number_missing'],
    ['学号', 'G310101201705010011', 'number_missing'],
    ['学号', '7.60202E+11', 'number_rounded'],
    ['监护人电话', '1.38E+10', 'number_rounded'],
    ['学籍号', '3.10101E+17', 'number_rounded'],
    ['出生日期', '', 'birth_date_invalid'],
    ['出生日期', '2017-02-29', 'birth_date_invalid'],
    ['出生日期', '2030-01-01', 'birth_date_invalid'],
    ['出生日期', '1899-01-01', 'birth_date_invalid'],
    ['班级', '', 'class_unreadable'],
    ['班级', '火箭班', 'class_unreadable'],
    ['性别', '未知', 'gender_unknown'],
    ['姓名', '=HYPERLINK("http://x")', 'formula'],
    ['学号', '#N/A', 'formula'],
    ['姓名', '@SUM(A1)', 'formula'],
    ['姓名', '长'.repeat(201), 'cell_too_long'],
  ])('with the %s “%s” is told once, as %s in that column, and quotes nothing', async (column, written, code) => {
    const { rows, faults } = await readPupil({ [column]: written });
    expect(rows).toEqual([]);
    expect(faults).toEqual([{ row: 2, column, code, message: expect.stringMatching(/\p{Script=Han}/u) }]);
    if (written.length > 1) expect(faults[0]?.message).not.toContain(written);
  });

  test('with several faults is told all of them', async () => {
    expect(codesOf(await readPupil({ 姓名: '', 出生日期: '', 班级: '' }))).toEqual([
      'name_missing',
      'birth_date_invalid',
      'class_unreadable',
    ]);
  });

  test('with a number of sixteen digits in a number cell is told that digits are lost', async () => {
    const bytes = await xlsx([header.split(','), [1234567890123456, '张小满', ...born.split(',')]]);
    expect((await read(bytes)).faults).toMatchObject([{ row: 2, column: '学号', code: 'number_rounded' }]);
  });

  test('does not keep the others from being read', async () => {
    const { rows, faults } = await read(csv(header, `01,张小满,${born}`, `,李谷雨,${born}`, `03,王芒种,${born}`));
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(faults.map(({ row }) => row)).toEqual([3]);
  });

  test('without any birth date column is told what to add', async () => {
    const { faults } = await read(csv('学号,姓名,班级', '01,张小满,三(2)班'));
    expect(faults).toMatchObject([{ column: '出生日期', code: 'birth_date_invalid' }]);
  });
});

describe('a number that appears twice', () => {
  test('is a fault of the later row, however it is written', async () => {
    const { rows, faults } = await read(csv(header, `0745001,张小满,${born}`, `０７４５００１ ,李谷雨,${born}`));
    expect(rows.map(({ row }) => row)).toEqual([2]);
    expect(faults).toMatchObject([{ row: 3, column: '学号', code: 'duplicate_in_file' }]);
  });

  test('is none when it belongs to another school', async () => {
    const { rows } = await read(csv(`学校,${header}`, `滨江小学,01,张小满,${born}`, `梅湾学校,01,李谷雨,${born}`));
    expect(rows).toHaveLength(2);
  });

  test('counts across schools when it is the national number', async () => {
    const line = (school: string, number: string) => `${school},${number},张小满,${born},G310101201705010011`;
    const { faults } = await read(csv(`学校,${header},学籍号`, line('滨江小学', '01'), line('梅湾学校', '02')));
    expect(faults).toMatchObject([{ row: 3, column: '学籍号', code: 'duplicate_in_file' }]);
  });
});

describe('lines that are nobody', () => {
  test.each([
    '合计,405,,',
    '合 计,,,',
    ',总计：48,,',
    '小计,48,,',
    '共48人,,,',
    '本班共计 48 人,,,',
    '备注：含借读,,,',
    '说明,以上属实,,',
    '填表人：王老师,审核人：李老师,,',
    '第1页,,,',
    ',,,',
    ' ,　,,',
    '学号,姓名,班级,出生日期',
    ',,三(2)班,',
  ])('“%s” is passed over', async (line) => {
    const { rows, faults } = await read(csv(header, `01,张小满,${born}`, line, `02,李谷雨,${born}`));
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
    expect(faults).toEqual([]);
  });

  test('a pupil is not taken for one of them because of a time stamp or a remark in front', async () => {
    const { rows } = await read(
      csv(`提交时间,${header}`, `2026-09-03 10:20:33,01,张小满,${born}`, `备注:转入,02,李谷雨,${born}`),
    );
    expect(rows).toHaveLength(2);
  });
});
