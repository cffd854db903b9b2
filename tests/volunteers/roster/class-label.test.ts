import { describe, expect, test } from 'vitest';
import { findClassWords, readClass } from '../../../functions/volunteers/roster/class-label.ts';
import { classInYear, classLabel, gradeInYear, stageOfGrade } from '../../../shared/rules/classes.ts';

const schoolYear = 2026;
const labelled = (label?: string, grade?: string, stage?: 'primary' | 'junior' | 'senior') => {
  const group = readClass({ label, grade }, { schoolYear, stage });
  return group && classLabel(group, schoolYear);
};

test.each([
  ['三(2)班', '三(2)班'],
  ['三（2）班'.normalize('NFKC'), '三(2)班'],
  ['三年级2班', '三(2)班'],
  ['3年级2班', '三(2)班'],
  ['三年级二班', '三(2)班'],
  ['三年级（十二）班'.normalize('NFKC'), '三(12)班'],
  ['五年级(2)', '五(2)班'],
  ['七(1)班', '七(1)班'],
  ['7(1)班', '七(1)班'],
  ['七年级01班', '七(1)班'],
  ['初一2班', '七(2)班'],
  ['初一(2)班', '七(2)班'],
  ['初中二年级3班', '八(3)班'],
  ['高二(3)班', '高二(3)班'],
  ['高二3班', '高二(3)班'],
  ['小学五(2)班', '五(2)班'],
  ['3-2班', '三(2)班'],
  ['3.2', '三(2)班'],
  ['三2班', '三(2)班'],
  ['三二班', '三(2)班'],
  ['2021级3班', '六(3)班'],
  ['初2025级3班', '八(3)班'],
  ['高中2024级(12)班', '高三(12)班'],
  ['2031届2班', '二(2)班'],
  ['302班', '三(2)班'],
  ['2101班', '六(1)班'],
])('“%s” alone is %s', (label, expected) => {
  expect(labelled(label)).toBe(expected);
});

test.each([
  ['2班', '三年级', '三(2)班'],
  ['2', '3', '三(2)班'],
  ['01', '七年级', '七(1)班'],
  ['1', '7', '七(1)班'],
  ['(2)班', '高一', '高一(2)班'],
  ['二班', '初三', '九(2)班'],
  ['3班', '2021级', '六(3)班'],
  ['3班', '2021', '六(3)班'],
  ['701班', '七年级', '七(1)班'],
  ['2101班', '六年级', '六(1)班'],
  ['386班', '七年级', '七(386)班'],
  ['七(1)班', '7', '七(1)班'],
  ['一(2)班', '初一', '七(2)班'],
])('“%s” in grade “%s” is %s', (label, grade, expected) => {
  expect(labelled(label, grade)).toBe(expected);
});

test.each([
  ['', undefined],
  ['2班', undefined],
  ['实验班', '三年级'],
  ['三(A)班', undefined],
  ['三年级', undefined],
  ['三(0)班', undefined],
  ['三(2)班', '四年级'],
  ['初一2班', '高一'],
  ['2班', '十三年级'],
  ['2班', '毕业班'],
  ['2024级3班', undefined],
  ['2010级3班', undefined],
])('“%s” in grade “%s” is not guessed at', (label, grade) => {
  expect(labelled(label, grade)).toBeUndefined();
});

test('what a junior school calls its first grade is the seventh', () => {
  expect(labelled('一(2)班', undefined, 'junior')).toBe('七(2)班');
  expect(labelled('七(2)班', undefined, 'junior')).toBe('七(2)班');
  expect(labelled('2024级3班', undefined, 'junior')).toBe('九(3)班');
  expect(labelled('3', '2', 'senior')).toBe('高二(3)班');
});

test.each([
  ['滨江小学五(2)班“小手牵大手”志愿服务队名单', '小学五(2)班', undefined],
  ['2026年秋季 七年级（1）班 花名册', '七年级(1)班', undefined],
  ['2026-2027学年高一3班', '高一3班', undefined],
  ['五年级学生名册', undefined, '五年级'],
  ['滨江小学-五(2)班', '五(2)班', undefined],
  ['1-6年级学生名册', undefined, undefined],
  ['一至六年级', undefined, undefined],
  ['三(1)班、三(2)班名单', undefined, undefined],
  ['三(1-5)班名单', undefined, undefined],
  ['填表日期：2026年9月3日', undefined, undefined],
])('the title “%s” tells the class %s and the grade %s', (title, label, grade) => {
  expect(findClassWords(title)).toEqual({ label, grade });
});

describe('a class over the years', () => {
  test('keeps its key while its label changes every September, and is called by its entry outside its years', () => {
    const group = classInYear(5, 2, 2026);
    expect(group).toEqual({ stage: 'primary', entryYear: 2022, number: 2 });
    if (!group) return;
    expect([2021, 2022, 2026, 2027, 2028].map((year) => classLabel(group, year))).toEqual([
      ...['小学2022级(2)班', '一(2)班', '五(2)班', '六(2)班', '小学2022级(2)班'],
    ]);
    expect([2021, 2027, 2028].map((year) => gradeInYear(group, year))).toEqual([undefined, 6, undefined]);
  });

  test('every grade from 1 to 12 in every year is read back from its own label', () => {
    for (let year = 1999; year < 2060; year++) {
      for (let grade = 1; grade <= 12; grade++) {
        const group = classInYear(grade, 7, year);
        if (!group) throw new Error(`No class in grade ${grade}`);
        expect(gradeInYear(group, year)).toBe(grade);
        expect(readClass({ label: classLabel(group, year) }, { schoolYear: year })).toEqual(group);
      }
    }
  });

  test('there is no grade before the first, after the twelfth or between two', () => {
    expect([0, 13, 2.5, Number.NaN].map(stageOfGrade)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
