import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../functions/volunteers/roster/read-roster.ts';
import { classLabel } from '../../../shared/rules/classes.ts';
import { read } from './sheets.ts';

const fixtures = new URL('../../fixtures/rosters/', import.meta.url);
const readFixture = async (name: string) => await read(await readFile(new URL(name, fixtures)), name);

/** The counts were taken with other programs: Python's zipfile, csv and xlrd. */
const rosters = [
  { name: 'binjiang-class-5-2.xlsx', pupils: 48, girls: 25, classes: ['五(2)班'], firstRow: 4, lastRow: 51 },
  {
    name: 'shunde-school.xls',
    pupils: 1176,
    girls: 571,
    classes: ['三', '四', '五', '六'].flatMap((grade) => [1, 2, 3, 4, 5, 6].map((number) => `${grade}(${number})班`)),
    firstRow: 2,
    lastRow: 1177,
  },
  {
    name: 'meiwan-utf8.csv',
    pupils: 240,
    girls: 124,
    classes: ['七(1)班', '七(2)班', '七(3)班', '八(1)班', '八(2)班', '八(3)班'],
    firstRow: 2,
    lastRow: 241,
  },
  {
    name: 'qingqiao-gb18030.csv',
    pupils: 405,
    girls: 209,
    classes: ['四', '五', '六'].flatMap((grade) => [1, 2, 3].map((number) => `${grade}(${number})班`)),
    firstRow: 2,
    lastRow: 406,
  },
];

describe.each(rosters)('the roster $name, written by another program', ({ name, ...expected }) => {
  test('gives every pupil and no fault', async () => {
    const { rows, faults, skippedSheets } = await readFixture(name);
    expect(faults).toEqual([]);
    expect(skippedSheets).toEqual([]);
    expect(rows).toHaveLength(expected.pupils);
    expect(rows.filter(({ gender }) => gender === 'female')).toHaveLength(expected.girls);
    expect([rows[0]?.row, rows.at(-1)?.row]).toEqual([expected.firstRow, expected.lastRow]);
  });

  test('puts every pupil in the class that the school wrote', async () => {
    const labels = new Set((await readFixture(name)).rows.map((row) => classLabel(row.class, 2026)));
    expect([...labels].sort()).toEqual([...expected.classes].sort());
  });

  test('keeps all twelve digits of every student number, a leading zero included', async () => {
    const { rows } = await readFixture(name);
    expect(rows.filter(({ number }) => !/^0\d{11}$/u.test(number))).toEqual([]);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(expected.pupils);
  });
});

test('the last pupil of each roster is read in full, rare characters included', async () => {
  const lastOf = ({ rows }: Roster) => {
    const { name, number, birthDate, guardian, phone } = rows.at(-1) ?? {};
    return [name, number, birthDate, guardian, phone];
  };
  const lasts = await Promise.all(rosters.map(async ({ name }) => lastOf(await readFixture(name))));
  expect(lasts).toEqual([
    ['解雨俊', '073120220248', '2015-06-09', '黄乐苗', '13835767719'],
    ['曾赟', '074520210649', '2013-01-21', '贺杰慧', '19193389883'],
    ['单赟慧', '076020190340', '2012-06-22', '单一䶮', '17282169278'],
    ['朱佳雨', '075220210345', '2013-05-14', '何翀', '13690144389'],
  ]);
});
