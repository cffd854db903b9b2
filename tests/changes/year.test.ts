import { describe, expect, test } from 'vitest';
import { stepYearChange } from '../../functions/changes/index.ts';
import { death, interruptible } from '../volunteers/interrupted-store.ts';
import { pupil } from '../volunteers/lines.ts';
import { everythingStored, itemsOf } from '../volunteers/stored.ts';
import {
  changeYear,
  dayMs,
  july,
  leaversOf,
  listed,
  openYearEnd,
  pupilNamed,
  serve,
  showYear,
  undoYear,
} from './year-stage.ts';

describe('a new school year', () => {
  test('is shown before anything is written: who graduates, and who is called otherwise', async () => {
    const end = await openYearEnd();
    const before = await everythingStored(end.world);
    const shown = await showYear(end);
    expect(shown).toMatchObject({ year: 2026, state: 'preview', leavingVolunteers: 5, left: 0 });
    expect(shown.leaving.map(({ label, volunteers }) => [label, volunteers])).toEqual([
      ['六(1)班', 3],
      ['六(2)班', 2],
    ]);
    expect(shown.moving).toMatchObject([{ from: '五(1)班', to: '六(1)班', volunteers: 3 }]);
    expect(await everythingStored(end.world)).toEqual(before);
  });

  test('graduates leavers and seals the stage total, once however often it is sent', async () => {
    const end = await openYearEnd(60);
    const first = await pupilNamed(end, pupil(1).number);
    await serve(end, first, 600);
    expect(await changeYear(end, 62)).toMatchObject({ state: 'done', left: 62, leaving: [], leavingVolunteers: 0 });
    const once = await everythingStored(end.world);
    expect(await changeYear(end, 62)).toMatchObject({ state: 'done', left: 62 });
    expect(await everythingStored(end.world)).toEqual(once);
    expect(await listed(end)).toMatchObject([{ label: '五(1)班', volunteers: 3 }]);
    const figures = await end.school.must('GET /api/figures', { query: { unit: end.east } });
    expect(figures.volunteers).toEqual({ online: 0, offline: 3 });
    const leavers = await leaversOf(end);
    expect(leavers).toHaveLength(62);
    expect(leavers.filter(({ sealed }) => sealed > 0)).toMatchObject([
      { id: first, class: '六(1)班', sealed: 600, minutes: 600, changed: false },
    ]);
  });

  test('keeps the sealed total, and marks it when hours change afterwards', async () => {
    const end = await openYearEnd();
    const first = await pupilNamed(end, pupil(1).number);
    await serve(end, first, 600);
    await changeYear(end, 5);
    await serve(end, first, 60);
    expect((await leaversOf(end)).find(({ id }) => id === first)).toMatchObject({
      sealed: 600,
      minutes: 660,
      changed: true,
    });
  });

  test('is undone within seven days: every class and every total is as before', async () => {
    const end = await openYearEnd(50);
    const before = await listed(end);
    await changeYear(end, 52);
    end.world.now = july + 7 * dayMs - 1;
    await end.school.must('POST /api/sessions', {
      body: { login: `admin-${end.east.toLowerCase()}`, password: 'Spring wind over the river 7' },
    });
    expect(await undoYear(end)).toMatchObject({ state: 'undone', left: 0, leavingVolunteers: 52 });
    expect(await listed(end)).toEqual(before);
    expect(await leaversOf(end)).toEqual([]);
    expect((await itemsOf(end.world.store, 'Volunteers')).filter(({ sk }) => sk.startsWith('SEAL'))).toEqual([]);
    expect(await changeYear(end, 52)).toMatchObject({ state: 'done', left: 52 });
  });

  test('is undone for the others too when somebody has come back meanwhile', async () => {
    const end = await openYearEnd();
    const before = await listed(end);
    const volunteers = [await pupilNamed(end, pupil(1).number)];
    await changeYear(end, 5);
    const params = { school: end.east };
    await end.school.must('POST /api/schools/{school}/leavers/return', { params, body: { volunteers } });
    expect(await undoYear(end)).toMatchObject({ state: 'undone', left: 0, leavingVolunteers: 5 });
    expect(await listed(end)).toEqual(before);
  });

  test('leaves alone whom the school marked before when it is undone', async () => {
    const end = await openYearEnd();
    const early = await pupilNamed(end, pupil(1).number);
    await end.school.must('POST /api/schools/{school}/leavers', {
      params: { school: end.east },
      body: { volunteers: [early] },
    });
    await changeYear(end, 4);
    await undoYear(end);
    expect((await leaversOf(end)).map(({ id }) => id)).toEqual([early]);
  });
});

describe('a year change that is interrupted', () => {
  test.each(['before', 'after'] as const)('graduates everybody once (killed %s a call took effect)', async (when) => {
    for (let [killed, left] = [1, 0]; left === 0; killed += 41) {
      const { wrap, killAt } = interruptible(when);
      const end = await openYearEnd(50, wrap);
      const params = { school: end.east };
      const body = { year: 2026, leavingVolunteers: 52 };
      await end.school.must('POST /api/schools/{school}/year-change', { params, body });
      const spare = killAt(killed);
      const failed = await end.world.settle().then(
        () => undefined,
        (error: Error) => error.message,
      );
      left = spare();
      await end.world.settle();
      expect(await showYear(end)).toMatchObject({ state: 'done', left: 52 });
      expect(await leaversOf(end)).toHaveLength(52);
      expect(failed).toBe(left > 0 ? undefined : death);
    }
  });

  test('graduates everybody once when steps run side by side', async () => {
    const end = await openYearEnd(50);
    const params = { school: end.east };
    await end.school.must('POST /api/schools/{school}/year-change', {
      params,
      body: { year: 2026, leavingVolunteers: 52 },
    });
    const at = { district: end.district, school: end.east, year: 2026 };
    await Promise.all([1, 2, 3].map(() => stepYearChange(end.world.tools, at, end.world.now)));
    await end.world.settle();
    expect(await showYear(end)).toMatchObject({ state: 'done', left: 52 });
    expect(await leaversOf(end)).toHaveLength(52);
  });
});
