/** An export whose work is killed, repeated or lost, and what is written down of it. */
import { describe, expect, test } from 'vitest';
import { exportNeeded, writeExport } from '../../functions/exports/writing/index.ts';
import { openingOf, openingsOf } from '../../functions/platform/audit/openings.ts';
import { minuteMs, openTown, password } from '../access/town.ts';
import { makeWorld } from '../harness.ts';
import { death, interruptible } from '../volunteers/interrupted-store.ts';
import { csv, pupils } from '../volunteers/lines.ts';
import { importRoster } from '../volunteers/schools.ts';
import { itemsOf } from '../volunteers/stored.ts';
import { exported, linesOf, withPhone } from './office.ts';

async function openSchool(world = makeWorld()) {
  const town = await openTown(world);
  const { admin, district, east, west } = town;
  const schools = { world, district, administrator: admin, login: '', east: east.unit, west: west.unit };
  await importRoster(
    schools,
    admin,
    east.unit,
    csv(pupils(12).map((line, at) => ({ ...line, class: `三(${at + 1})班` }))),
  );
  return { ...town, phone: await withPhone(world, admin) };
}

describe('an export', () => {
  test.each(['before', 'after'] as const)(
    'killed at any call ends as one file (%s the call took effect)',
    async (when) => {
      const { wrap, killAt } = interruptible(when);
      const { world, admin, east } = await openSchool(makeWorld(wrap));
      const put = watchFiles(world);
      const whole = await exported(world, admin, { list: 'pupils', unit: east.unit });
      const expected = await linesOf(admin, whole);
      let trials = 1;
      for (let left = 0; left === 0; trials++) {
        const { id } = await admin.must('POST /api/exports', { body: { list: 'pupils', unit: east.unit } });
        const spareAgain = killAt(trials);
        const died = await world.settle().then(
          () => false,
          (error: Error) => error.message === death,
        );
        left = spareAgain();
        expect(died).toBe(left === 0);
        await world.settle();
        const job = await admin.must('GET /api/exports/{export}', { params: { export: id } });
        expect(job).toMatchObject({ state: 'ready', rows: 12 });
        expect(await linesOf(admin, job)).toEqual(expected);
      }
      expect(trials).toBeGreaterThan(5);
      expect(new Set(put).size).toBe(trials);
    },
  );

  test('written twice at once, or told of again later, is one file and ready once', async () => {
    const { world, admin, east } = await openSchool();
    const put = watchFiles(world);
    const { id } = await admin.must('POST /api/exports', { body: { list: 'pupils', unit: east.unit } });
    const [row] = (await itemsOf(world.store, 'Jobs')).filter(({ work }) => work === 'export');
    const name = exportNeeded(row);
    if (name?.id !== id) throw new Error('Nothing asks for the file');
    await Promise.all([1, 2, 3].map(() => writeExport(world.tools, name, world.now)));
    await world.settle();
    await writeExport(world.tools, name, world.now);
    expect(put).toHaveLength(3);
    expect(new Set(put).size).toBe(1);
    const [, ready] = (await itemsOf(world.store, 'Jobs')).filter(({ work }) => work === 'export');
    expect(ready).toBeUndefined();
  });

  test('that has not come after an hour is said to have failed, and is there should it come after all', async () => {
    const { world, admin, login, east, phone } = await openSchool();
    const { id } = await admin.must('POST /api/exports', { body: { list: 'pupils', unit: east.unit } });
    const stateAfter = async (minutes: number) => {
      world.now += minutes * minuteMs;
      await admin.must('POST /api/sessions', { body: { login, password } });
      await phone.proveAgain();
      return (await admin.must('GET /api/exports/{export}', { params: { export: id } })).state;
    };
    expect(await stateAfter(58)).toBe('waiting');
    expect(await stateAfter(1)).toBe('failed');
    expect((await admin.must('GET /api/exports', {})).items[0]?.state).toBe('failed');
    await world.settle();
    expect(await stateAfter(0)).toBe('ready');
  });

  test('of more lines than one file may have says that it has failed, and leaves no file', async () => {
    const { world, admin, east } = await openSchool();
    const put = watchFiles(world);
    const { id } = await admin.must('POST /api/exports', { body: { list: 'pupils', unit: east.unit } });
    const [row] = (await itemsOf(world.store, 'Jobs')).filter(({ work }) => work === 'export');
    const name = exportNeeded(row);
    if (!name) throw new Error('Nothing asks for a file');
    await writeExport(world.tools, name, world.now, 11);
    const params = { export: id };
    expect(await admin.must('GET /api/exports/{export}', { params })).toMatchObject({ state: 'failed' });
    expect(put).toEqual([]);
    await world.settle();
    expect((await admin.must('GET /api/exports/{export}', { params })).link).toBeUndefined();
  });

  test('is one, however often it is asked for, and written down with whose list it was, as each link is', async () => {
    const { world, admin, district, east } = await openSchool();
    const asked = { body: { list: 'pupils', unit: east.unit }, key: '0b3e7a64-51f8-4f0c-9f4e-0f2b6d1c7a10' } as const;
    const first = await admin.must('POST /api/exports', asked);
    await world.settle();
    world.now += 1000;
    const again = await admin.must('POST /api/exports', asked);
    expect(again).toMatchObject({ id: first.id, state: 'ready' });
    expect((await admin.must('GET /api/exports', {})).items).toHaveLength(1);
    const { items } = await world.store.query({ ...openingsOf(district, east.unit), limit: 10 });
    expect(items.map(openingOf)).toMatchObject([
      { route: 'GET /api/exports/{export}', role: 'district_admin', unit: district, at: world.now },
      { route: 'POST /api/exports', role: 'district_admin', unit: district, at: world.now - 1000 },
    ]);
  });
});

/** @returns the paths that files are put at, as they come */
function watchFiles({ tools }: ReturnType<typeof makeWorld>): string[] {
  const paths: string[] = [];
  const put = tools.files.put;
  tools.files.put = async (path, bytes) => {
    paths.push(path);
    await put(path, bytes);
  };
  return paths;
}
