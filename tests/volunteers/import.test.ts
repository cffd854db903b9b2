import { beforeAll, describe, expect, test } from 'vitest';
import { makeWorld } from '../harness.ts';
import {
  classesOf, commit, csv, eastName, everyPupil, everythingStored, fixture, importRoster, itemsOf, openSchools, preview, pupil,
  pupils, pupilsOf, rowsOf, type Schools, upload, westName,
} from './schools.ts';

describe('a roster written by another program', () => {
  const fixtures = [
    ['binjiang-class-5-2.xlsx', 48, 1],
    ['shunde-school.xls', 1176, 24],
    ['qingqiao-gb18030.csv', 405, 9],
    ['meiwan-utf8.csv', 240, 6],
  ] as const;
  test.each(fixtures)('%s is previewed without touching anybody, and written when confirmed', async (name, rows, classes) => {
    const schools = await openSchools();
    const { world, administrator, east } = schools;
    const previewed = await preview(schools, administrator, east, fixture(name), name);
    expect(previewed).toMatchObject({ state: 'preview', rows, committed: 0, problem: undefined });
    expect(previewed.counts).toEqual({ new: rows, changed: 0, unchanged: 0, conflict: 0, faulty: 0 });
    expect(await itemsOf(world.store, 'Volunteers')).toEqual([]);
    const done = await commit(schools, administrator, previewed.id);
    expect(done).toMatchObject({ state: 'done', committed: rows });
    expect(await classesOf(administrator, east)).toHaveLength(classes);
    expect(await everyPupil(administrator, east)).toHaveLength(rows);
  });

  test('keeps rare characters, leading zeros and the order of student numbers', async () => {
    const schools = await openSchools();
    const { administrator, west } = schools;
    await importRoster(schools, administrator, west, fixture('meiwan-utf8.csv'));
    const [first] = await classesOf(administrator, west);
    expect(first).toMatchObject({ label: '七(1)班', stage: 'junior', entryYear: 2025, number: 1, volunteers: 40 });
    const list = await pupilsOf(administrator, String(first?.id), 17);
    expect(list[0]).toMatchObject({ name: '上官思赟', number: '076020200101', class: '七(1)班', age: 13 });
    expect(list.map(({ number }) => number)).toEqual(list.map(({ number }) => number).toSorted());
  });
});
