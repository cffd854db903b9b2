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
  openSchools,
  preview,
  rowsOf,
  type Schools,
  upload,
} from './schools.ts';
import { itemsOf } from './stored.ts';

/** A school of three classes: new pupils, moved ones, a conflict, a faulty row; some have national numbers. */
const before = csv(pupils(9).map((line, at) => ({ ...line, class: `三(${(at % 3) + 1})班` })));
const roster = csv([
  ...pupils(14).map((line, at) => ({
    ...line,
    class: `三(${(at % 2) + 1})班`,
    ...(at % 4 === 0 && { national: `G4311032016050${String(at).padStart(5, '0')}` }),
    ...(at === 7 && { name: '王芳', birthDate: '2016-09-09' }),
  })),
  { number: '20239999', name: '', class: '三(1)班' },
]);

/** What can be seen of a school's people, without their random ids. */
async function seen({ world, district, administrator, east }: Schools, id: string) {
  const pupilsSeen = (await everyPupil(administrator, east)).map(({ name, number, class: label }) => [
    name,
    number,
    label,
  ]);
  const classes = (await classesOf(administrator, east)).map(({ label, volunteers }) => [label, volunteers]);
  const outcomes = ['new', 'changed', 'unchanged', 'conflict', 'faulty'] as const;
  const report = await Promise.all(outcomes.map((outcome) => rowsOf(administrator, id, outcome)));
  const rows = report.flat().map(({ volunteer, ...row }) => ({ ...row, known: volunteer !== undefined }));
  return {
    pupilsSeen,
    classes,
    rows,
    items: (await itemsOf(world.store, 'Volunteers')).filter(({ pk }) => pk.startsWith(`T#${district}#`)).length,
  };
}

async function undisturbed() {
  const schools = await openSchools();
  await importRoster(schools, schools.administrator, schools.east, before);
  const job = await importRoster(schools, schools.administrator, schools.east, roster);
  return { job: { ...job, id: '', createdAt: '' }, seen: await seen(schools, job.id) };
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
    const world = makeWorld(wrap);
    const expected = await undisturbed();
    let kills = 0;
    for (let call = 1, left = 0; left === 0; call++, kills++) {
      const schools = await openSchools(world, `第${call}区`);
      const { administrator, east } = schools;
      await importRoster(schools, administrator, east, before);
      const file = await upload(administrator, roster);
      const { id } = await administrator.must('POST /api/imports', { body: { file, unit: east } });
      left = await settleKilled(schools, killAt(call));
      await administrator.must('POST /api/imports/{import}/commit', { params: { import: id }, body: {} });
      left = await settleKilled(schools, killAt(left));
      const job = await administrator.must('GET /api/imports/{import}', { params: { import: id } });
      expect({ ...job, id: '', createdAt: '' }).toEqual(expected.job);
      expect(await seen(schools, id)).toEqual(expected.seen);
    }
    expect(kills).toBeGreaterThan(25);
  });
});

describe('an import whose steps run twice at once', () => {
  test('counts and writes each row once', async () => {
    const schools = await openSchools();
    const { world, district, administrator, east } = schools;
    await importRoster(schools, administrator, east, before);
    const { id } = await administrator.must('POST /api/imports', {
      body: { file: await upload(administrator, roster), unit: east },
    });
    const step = () => stepImport(world.tools, district, id, world.now);
    const twice = async () => {
      for (let round = 0; round < 4; round++) await Promise.all([step(), step(), step()]);
    };
    await twice();
    await administrator.must('POST /api/imports/{import}/commit', { params: { import: id }, body: {} });
    await twice();
    const job = await administrator.must('GET /api/imports/{import}', { params: { import: id } });
    const expected = await undisturbed();
    expect({ ...job, id: '', createdAt: '' }).toEqual(expected.job);
    expect(await seen(schools, id)).toEqual(expected.seen);
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
