import { beforeAll, describe, expect, test } from 'vitest';
import { csv, pupil } from './lines.ts';
import { everyPupil, importRoster, openSchools, preview, rowsOf, type Schools } from './schools.ts';
import { type Refused, refusalsIn } from './stored.ts';

let schools: Schools;
let refused: Refused;
beforeAll(async () => {
  schools = await openSchools();
  refused = refusalsIn(schools.world);
});

describe('the report of an import', () => {
  test('names the row, the column and the remedy of every faulty row, and imports the others', async () => {
    const { administrator, west } = schools;
    const lines = [
      { number: '88001', name: '' },
      { number: '88002', birthDate: '2016-02-30' },
      { number: '88003', class: '彩虹班', gender: '?' },
      { number: '88004' },
      { number: '88004' },
    ];
    const done = await importRoster(schools, administrator, west, csv(lines));
    expect(done).toMatchObject({ state: 'done', rows: 5, committed: 1, counts: { new: 1, faulty: 4 } });
    const faulty = await rowsOf(administrator, done.id, 'faulty');
    expect(faulty.map(({ row, column }) => [row, column])).toEqual([
      [2, '姓名'],
      [3, '出生日期'],
      [4, '班级、性别'],
      [6, '学号'],
    ]);
    expect(faulty.every(({ reason = '', committed }) => /请/.test(reason) && !committed)).toBe(true);
    expect((await everyPupil(administrator, west)).map(({ number }) => number)).toContain('88004');
  });

  test('pages through many rows without losing or repeating one, under a cursor that fits this list only', async () => {
    const { administrator, east } = schools;
    const lines = Array.from({ length: 130 }, (_, at) => ({
      ...pupil(at + 1),
      number: `9${1000 + at}`,
      class: `四(${(at % 5) + 1})班`,
    }));
    const { id } = await preview(schools, administrator, east, csv(lines));
    for (const limit of [7, 26, 50]) {
      const rows = (await rowsOf(administrator, id, 'new', limit)).map(({ row }) => row);
      expect(rows.toSorted((a, b) => a - b)).toEqual(lines.map((_, at) => at + 2));
    }
    const params = { import: id };
    const { next } = await administrator.must('GET /api/imports/{import}/rows', {
      params,
      query: { outcome: 'new', limit: 7 },
    });
    const other = { outcome: 'changed', cursor: next } as const;
    await refused(
      () => administrator.ask('GET /api/imports/{import}/rows', { params, query: other }),
      400,
      'cursor_invalid',
    );
  });
});
