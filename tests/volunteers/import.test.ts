import { describe, expect, test } from 'vitest';
import { csv, fixture, pupil, pupils } from './lines.ts';
import { classesOf, commit, everyPupil, importRoster, openSchools, preview, pupilsOf, rowsOf } from './schools.ts';
import { itemsOf } from './stored.ts';

describe('a roster written by another program', () => {
  const fixtures = [
    ['binjiang-class-5-2.xlsx', 48, 1],
    ['shunde-school.xls', 1176, 24],
    ['qingqiao-gb18030.csv', 405, 9],
    ['meiwan-utf8.csv', 240, 6],
  ] as const;
  test.each(fixtures)(
    '%s is previewed without touching anybody, and written when confirmed',
    async (name, rows, classes) => {
      const schools = await openSchools();
      const { world, administrator, east } = schools;
      const previewed = await preview(schools, administrator, east, fixture(name), name);
      expect(previewed).toMatchObject({ state: 'preview', rows, committed: 0 });
      expect(previewed.counts).toEqual({ new: rows, changed: 0, unchanged: 0, conflict: 0, faulty: 0 });
      expect(await itemsOf(world.store, 'Volunteers')).toEqual([]);
      const done = await commit(schools, administrator, previewed.id);
      expect(done).toMatchObject({ state: 'done', committed: rows });
      expect(await classesOf(administrator, east)).toHaveLength(classes);
      expect(await everyPupil(administrator, east)).toHaveLength(rows);
    },
  );

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

describe('importing a roster again', () => {
  test('finds everybody unchanged and writes nothing', async () => {
    const schools = await openSchools();
    const { world, administrator, east } = schools;
    const bytes = fixture('binjiang-class-5-2.xlsx');
    await importRoster(schools, administrator, east, bytes);
    const before = await itemsOf(world.store, 'Volunteers');
    const again = await importRoster(schools, administrator, east, bytes);
    expect(again).toMatchObject({ state: 'done', committed: 0, counts: { new: 0, changed: 0, unchanged: 48 } });
    expect(await itemsOf(world.store, 'Volunteers')).toEqual(before);
  });

  test('moves a pupil to another class and corrects what else has changed, without doubling anybody', async () => {
    const schools = await openSchools();
    const { administrator, east } = schools;
    await importRoster(schools, administrator, east, csv(pupils(3)));
    const [before] = await everyPupil(administrator, east);
    const moved = { ...pupil(1), class: '三(1)班', guardian: '张某' };
    const done = await importRoster(schools, administrator, east, csv([moved, pupil(2), pupil(3)]));
    expect(done).toMatchObject({ committed: 1, counts: { new: 0, changed: 1, unchanged: 2 } });
    expect(await rowsOf(administrator, done.id, 'changed')).toEqual([
      {
        row: 2,
        column: '监护人、班级',
        reason: '将更新：监护人、班级',
        volunteer: before?.id,
        outcome: 'changed',
        committed: true,
      },
    ]);
    const classes = await classesOf(administrator, east);
    expect(classes.map(({ label, volunteers }) => [label, volunteers])).toEqual([
      ['三(1)班', 1],
      ['三(2)班', 2],
    ]);
    expect((await everyPupil(administrator, east)).map(({ id }) => id)).toContain(before?.id);
  });

  test('takes nothing away where a cell is empty', async () => {
    const schools = await openSchools();
    const { administrator, east } = schools;
    await importRoster(
      schools,
      administrator,
      east,
      csv([{ gender: '女', guardian: '张某', national: 'G431103201605010023' }]),
    );
    const { counts } = await preview(schools, administrator, east, csv(pupils(1)));
    expect(counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  test('forgets a class that everybody has left', async () => {
    const schools = await openSchools();
    const { administrator, east } = schools;
    await importRoster(schools, administrator, east, csv(pupils(2)));
    await importRoster(schools, administrator, east, csv(pupils(2).map((line) => ({ ...line, class: '三(4)班' }))));
    expect((await classesOf(administrator, east)).map(({ label }) => label)).toEqual(['三(4)班']);
  });

  test('finds a pupil by the national number and gives the new student number', async () => {
    const schools = await openSchools();
    const { administrator, east } = schools;
    const national = 'G431103201605010023';
    await importRoster(schools, administrator, east, csv([{ national }]));
    const renumbered = csv([{ national, number: '20239999' }]);
    const done = await importRoster(schools, administrator, east, renumbered);
    expect(done).toMatchObject({ committed: 1, counts: { changed: 1 } });
    expect(await everyPupil(administrator, east)).toMatchObject([{ number: '20239999' }]);
    const freed = await preview(schools, administrator, east, csv([{ name: '王新来', birthDate: '2016-01-01' }]));
    expect(freed.counts).toMatchObject({ new: 1, conflict: 0 });
  });
});

describe('a class that does not fit one transaction', () => {
  test('is written whole when it has sixty pupils with national numbers', async () => {
    const schools = await openSchools();
    const { administrator, east } = schools;
    const lines = pupils(60).map((line, at) => ({ ...line, national: `G4311032016050${String(at).padStart(5, '0')}` }));
    expect(await importRoster(schools, administrator, east, csv(lines))).toMatchObject({
      state: 'done',
      committed: 60,
    });
    expect(await classesOf(administrator, east)).toMatchObject([{ volunteers: 60 }]);
    expect(await everyPupil(administrator, east)).toHaveLength(60);
  });

  test('is written whole when its pupils come from forty classes', async () => {
    const schools = await openSchools();
    const { administrator, east } = schools;
    const apart = pupils(40).map((line, at) => ({ ...line, class: `三(${at + 1})班` }));
    await importRoster(schools, administrator, east, csv(apart));
    const done = await importRoster(schools, administrator, east, csv(pupils(40)));
    expect(done).toMatchObject({ state: 'done', committed: 39, counts: { changed: 39, unchanged: 1 } });
    expect((await rowsOf(administrator, done.id, 'changed')).every(({ committed }) => committed)).toBe(true);
    expect(await classesOf(administrator, east)).toMatchObject([{ label: '三(2)班', volunteers: 40 }]);
    const list = await pupilsOf(administrator, String((await classesOf(administrator, east))[0]?.id));
    expect(list.map(({ number }) => number)).toEqual(pupils(40).map(({ number }) => number));
  });
});
