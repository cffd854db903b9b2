import { describe, expect, test } from 'vitest';
import { stepImport } from '../../functions/volunteers/index.ts';
import { makeWorld } from '../harness.ts';
import { death, interruptible } from './interrupted-store.ts';
import { csv, fixture, pupils } from './lines.ts';
import {
  classesOf,
  commit,
  everyPupil,
  importRoster,
  openSchool,
  openSchools,
  preview,
  rowsOf,
  type Schools,
  upload,
} from './schools.ts';
import { itemsOf } from './stored.ts';

/** A school of three classes. */
const before = csv(pupils(9).map((line, at) => ({ ...line, class: `三(${(at % 3) + 1})班` })));
/** New pupils, moved ones, a conflict, a faulty row; some have national numbers, which each trial needs of its own. */
const roster = (trial: number) =>
  csv([
    ...pupils(14).map((line, at) => ({
      ...line,
      class: `三(${(at % 2) + 1})班`,
      ...(at % 4 === 0 && { national: `G4311032016050${String(trial * 100 + at).padStart(5, '0')}` }),
      ...(at === 7 && { name: '王芳', birthDate: '2016-09-09' }),
    })),
    { number: '20239999', name: '', class: '三(1)班' },
  ]);

/** What can be seen of an import and its school, without random ids. */
async function seen({ administrator }: Schools, school: string, job: string) {
  const { id, createdAt, ...state } = await administrator.must('GET /api/imports/{import}', {
    params: { import: job },
  });
  const lists = await everyPupil(administrator, school);
  const classes = await classesOf(administrator, school);
  const outcomes = ['new', 'changed', 'unchanged', 'conflict', 'faulty'] as const;
  const report = await Promise.all(outcomes.map((outcome) => rowsOf(administrator, job, outcome)));
  return {
    state,
    pupils: lists.map(({ name, number, class: label }) => [name, number, label]),
    classes: classes.map(({ label, volunteers }) => [label, volunteers]),
    rows: report.flat().map(({ volunteer, ...row }) => ({ ...row, known: volunteer !== undefined })),
  };
}

/** @returns how many of the calls were still to come when the work was done */
async function settleKilled({ world }: Schools, spareAgain: () => number): Promise<number> {
  try {
    await world.settle();
    return spareAgain();
  } catch (error) {
    if (!(error instanceof Error) || error.message !== death) throw error;
  }
  spareAgain();
  await world.settle();
  return 0;
}

describe('an import that is killed at any one of its calls to the store', () => {
  test.each(['before', 'after'] as const)('ends as if nothing had happened (%s the call took effect)', async (when) => {
    const { wrap, killAt } = interruptible(when);
    const schools = await openSchools(makeWorld(wrap));
    const { world, district, administrator, east } = schools;
    await importRoster(schools, administrator, east, before);
    const undisturbed = await importRoster(schools, administrator, east, roster(0));
    const expected = await seen(schools, east, undisturbed.id);
    const items = (await itemsOf(world.store, 'Volunteers')).length;
    let trials = 1;
    for (let left = 0; left === 0; trials++) {
      const school = await openSchool(administrator, district, `第${trials}小学`, String(200_000 + trials));
      await importRoster(schools, administrator, school, before);
      const file = await upload(administrator, roster(trials));
      const { id } = await administrator.must('POST /api/imports', { body: { file, unit: school } });
      left = await settleKilled(schools, killAt(trials));
      await administrator.must('POST /api/imports/{import}/commit', { params: { import: id }, body: {} });
      left = await settleKilled(schools, killAt(left));
      expect(await seen(schools, school, id)).toEqual(expected);
    }
    expect(trials).toBeGreaterThan(25);
    expect(await itemsOf(world.store, 'Volunteers')).toHaveLength(items * trials);
  });
});

describe('an import whose steps run twice at once', () => {
  test('counts and writes each row once', async () => {
    const schools = await openSchools();
    const { world, district, administrator, east } = schools;
    await importRoster(schools, administrator, east, before);
    const { id } = await administrator.must('POST /api/imports', {
      body: { file: await upload(administrator, roster(1)), unit: east },
    });
    const step = () => stepImport(world.tools, district, id, world.now);
    const twice = async () => {
      for (let round = 0; round < 4; round++) await Promise.all([step(), step(), step()]);
    };
    await twice();
    await administrator.must('POST /api/imports/{import}/commit', { params: { import: id }, body: {} });
    await twice();
    const undisturbed = await openSchools(world, '月溪区');
    await importRoster(undisturbed, undisturbed.administrator, undisturbed.east, before);
    const alone = await importRoster(undisturbed, undisturbed.administrator, undisturbed.east, roster(1));
    expect(await seen(schools, east, id)).toEqual(await seen(undisturbed, undisturbed.east, alone.id));
  });

  test('two imports of one school at once register nobody twice', async () => {
    const schools = await openSchools();
    const { world, district, administrator, east } = schools;
    const bytes = fixture('qingqiao-gb18030.csv');
    const [first, second] = [
      await preview(schools, administrator, east, bytes),
      await preview(schools, administrator, east, bytes),
    ];
    for (const { id } of [first, second]) {
      await administrator.must('POST /api/imports/{import}/commit', { params: { import: id }, body: {} });
    }
    for (let round = 0; round < 4; round++) {
      await Promise.all([first, second].map(({ id }) => stepImport(world.tools, district, id, world.now)));
    }
    expect(await everyPupil(administrator, east)).toHaveLength(405);
    expect((await itemsOf(world.store, 'Volunteers')).filter(({ sk }) => sk === 'V')).toHaveLength(405);
    expect(await commit(schools, administrator, second.id)).toMatchObject({ state: 'done', committed: 405 });
  });
});
