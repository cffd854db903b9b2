import { describe, expect, test } from 'vitest';
import { type Candidate, readPasted } from '../../web/pages/record/paste.ts';

const member = (name: string, number: string, of = '三(2)班'): Candidate => ({
  volunteer: `id-${number}`,
  name,
  number,
  class: of,
});
const members = [
  member('王明', '2026030201'),
  member('李小雨', '2026030202'),
  member('欧阳若兮', '2026030203'),
  member('阿依古丽·买买提', '2026030204'),
  member('王芳', '2026030205'),
  member('王芳', '2026030301', '三(3)班'),
  member('程到', '2026030206'),
  member('Anna Lee', '2026030207'),
];
const idOf = (name: string) => members.find((one) => one.name === name)?.volunteer;
const read = (text: string) => readPasted(text, members);

describe('names out of pasted text', () => {
  test('a WeChat chain gives its names, without numbers, remarks and title', () => {
    const { matched, unknown } = read(
      '#接龙\n周六上午图书角整理志愿服务报名\n1. 王明\n2. 李小雨妈妈\n3、欧阳若兮 同学 已到\n④ 程到 到',
    );
    expect(matched).toEqual(['王明', '李小雨', '欧阳若兮', '程到'].map(idOf));
    expect(unknown).toEqual([]);
  });

  test('a column of a sheet with class, number and names spaced out is read', () => {
    const { matched, unknown } = read('姓名\t班级\n王　明\t三(2)班\n李小雨\t三（2）班\r\n');
    expect(matched).toEqual([idOf('王明'), idOf('李小雨')]);
    expect(unknown).toEqual([]);
  });

  test('names with nothing between them are told apart', () => {
    expect(read('王明李小雨欧阳若兮').matched).toEqual([idOf('王明'), idOf('李小雨'), idOf('欧阳若兮')]);
  });

  test('a longer name that begins like a member’s is nobody', () => {
    expect(read('王明远')).toMatchObject({ matched: [], unknown: ['王明远'] });
  });

  test('a student number names a person beyond doubt', () => {
    expect(read('2026030301 王芳')).toMatchObject({ matched: ['id-2026030301'], ambiguous: [], unknown: [] });
  });

  test('a name that two members have is left to be chosen', () => {
    const { matched, ambiguous } = read('王芳、王明');
    expect(matched).toEqual([idOf('王明')]);
    expect(ambiguous).toEqual([{ name: '王芳', candidates: [members[4], members[5]] }]);
  });

  test('the class beside a name that two members have tells which one', () => {
    expect(read('王芳 三3班')).toMatchObject({ matched: ['id-2026030301'], ambiguous: [] });
  });

  test('whoever names both of two namesakes means both', () => {
    expect(read('1.王芳\n2.王芳')).toMatchObject({ matched: ['id-2026030205', 'id-2026030301'], ambiguous: [] });
  });

  test('whoever is said to be absent is not ticked', () => {
    expect(read('王明\n李小雨 请假')).toMatchObject({ matched: [idOf('王明')], absent: [idOf('李小雨')], unknown: [] });
  });

  test('who is not in the team is listed, and only once', () => {
    expect(read('赵不在，王明，赵不在').unknown).toEqual(['赵不在']);
  });

  test('every dot and width in a name is the same', () => {
    expect(read('阿依古丽•买买提；ａｎｎａ Lee').matched).toEqual([idOf('阿依古丽·买买提'), idOf('Anna Lee')]);
  });

  test('a name said twice is one person', () => {
    expect(read('王明,王明').matched).toEqual([idOf('王明')]);
  });

  test('nothing pasted names nobody', () => {
    expect(read(' \n1.\n')).toEqual({ matched: [], ambiguous: [], absent: [], unknown: [] });
  });
});
