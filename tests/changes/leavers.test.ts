import { strict as assert } from 'node:assert';
import { beforeAll, describe, expect, test } from 'vitest';
import { sealStage, stageLeft } from '../../functions/changes/index.ts';
import { sealAt } from '../../functions/volunteers/leaver-rows.ts';
import type { Client } from '../../scripts/local/client.ts';
import { expectRefusal } from '../teams/school.ts';
import { csv, pupil } from '../volunteers/lines.ts';
import { appointAdministrator, everyPupil, importRoster, preview } from '../volunteers/schools.ts';
import {
  changeYear,
  dayMs,
  july,
  leaversOf,
  lines,
  listed,
  openYearEnd,
  pupilNamed,
  serve,
  type YearEnd,
} from './year-stage.ts';

describe('leavers of a new roster', () => {
  let end: YearEnd;
  beforeAll(async () => {
    end = await openYearEnd();
  });
  const missingIn = async (job: string) =>
    (
      await end.school.must('GET /api/imports/{import}/missing', {
        params: { import: job },
        query: { school: end.east },
      })
    ).items;

  test('are listed, not deleted, and only in years that the roster names', async () => {
    const roster = lines(3)
      .filter(({ class: label }) => label !== '五(1)班')
      .slice(1);
    const { id } = await importRoster(end, end.administrator, end.east, csv(roster));
    expect(await missingIn(id)).toMatchObject([{ number: pupil(1).number, class: '六(1)班' }]);
    expect(await everyPupil(end.school, end.east)).toHaveLength(8);
  });

  test('leave by one call, stay with their hours, and come back by the next roster that names them', async () => {
    const gone = await pupilNamed(end, pupil(1).number);
    const params = { school: end.east };
    const marked = await end.school.must('POST /api/schools/{school}/leavers', {
      params,
      body: { volunteers: [gone] },
    });
    expect(marked.items).toEqual([{ id: gone, outcome: 'done' }]);
    expect(await everyPupil(end.school, end.east)).toHaveLength(7);
    expect(await leaversOf(end)).toMatchObject([{ id: gone, class: '六(1)班' }]);
    const done = await importRoster(end, end.administrator, end.east, csv(lines(3)));
    expect(done.counts).toMatchObject({ new: 0, changed: 1 });
    expect(await leaversOf(end)).toEqual([]);
    expect(await pupilNamed(end, pupil(1).number)).toBe(gone);
  });

  test('come back by the school’s word, and either call may be repeated', async () => {
    const before = await listed(end);
    const params = { school: end.east };
    const body = { volunteers: [await pupilNamed(end, pupil(101).number), await pupilNamed(end, pupil(1).number)] };
    for (const _ of [1, 2]) await end.school.must('POST /api/schools/{school}/leavers', { params, body });
    expect(await leaversOf(end)).toHaveLength(2);
    for (const _ of [1, 2]) await end.school.must('POST /api/schools/{school}/leavers/return', { params, body });
    expect(await listed(end)).toEqual(before);
  });
});

describe('the school year is refused', () => {
  let end: YearEnd;
  let west: Client;
  beforeAll(async () => {
    end = await openYearEnd();
    west = await appointAdministrator(end, end.west);
  });

  test('to other schools, like one that does not exist', async () => {
    const params = { school: end.east };
    const job = await preview(end, end.administrator, end.east, csv(lines(3)));
    const volunteers = [await pupilNamed(end, pupil(1).number)];
    for (const ask of [
      () => west.ask('GET /api/schools/{school}/year-change', { params }),
      () => west.ask('POST /api/schools/{school}/year-change', { params, body: { year: 2026, leavingVolunteers: 5 } }),
      () => west.ask('POST /api/schools/{school}/year-change/undo', { params, body: { year: 2026 } }),
      () => west.ask('GET /api/schools/{school}/leavers', { params, query: {} }),
      () => west.ask('POST /api/schools/{school}/leavers', { params, body: { volunteers } }),
      () => west.ask('POST /api/schools/{school}/leavers/return', { params, body: { volunteers } }),
      () => west.ask('GET /api/imports/{import}/missing', { params: { import: job.id }, query: { school: end.east } }),
    ])
      await expectRefusal(end.world, 'not_found', ask);
  });

  test('when a roster has not been written yet, and for a cursor of another list', async () => {
    const { id } = await preview(end, end.administrator, end.east, csv(lines(3)));
    const query = { school: end.east };
    await expectRefusal(end.world, 'import_not_ready', () =>
      end.school.ask('GET /api/imports/{import}/missing', { params: { import: id }, query }),
    );
    await expectRefusal(end.world, 'cursor_invalid', () =>
      end.school.ask('GET /api/schools/{school}/leavers', { params: query, query: { cursor: 'x.y' } }),
    );
  });

  test('when others would leave than were seen, before it was done, and after seven days', async () => {
    const params = { school: end.east };
    const undo = () => end.school.ask('POST /api/schools/{school}/year-change/undo', { params, body: { year: 2026 } });
    const begin = (year: number, leavingVolunteers: number) => () =>
      end.school.ask('POST /api/schools/{school}/year-change', { params, body: { year, leavingVolunteers } });
    await expectRefusal(end.world, 'year_change_outdated', begin(2026, 4));
    await expectRefusal(end.world, 'year_change_outdated', begin(2027, 5));
    await expectRefusal(end.world, 'year_change_not_done', undo);
    await changeYear(end, 5);
    end.world.now = july + 7 * dayMs;
    const body = { login: `admin-${end.east.toLowerCase()}`, password: 'Spring wind over the river 7' };
    await end.school.must('POST /api/sessions', { body });
    await expectRefusal(end.world, 'year_undo_too_late', undo);
  });
});

test('whoever goes on to the next stage in the same school has the last total sealed, once', async () => {
  const end = await openYearEnd();
  const pupilId = await pupilNamed(end, pupil(1).number);
  await serve(end, pupilId, 600);
  end.world.now = september;
  const body = { login: end.login, password: 'Spring wind over the river 7' };
  await end.administrator.must('POST /api/sessions', { body });
  const going = { ...lines(1)[0], class: '七(1)班' };
  const done = await importRoster(end, end.administrator, end.east, csv([going]));
  expect(done.counts).toMatchObject({ new: 0, changed: 1 });
  const [sealed] = await end.world.store.get([sealAt(end.district, pupilId, 'primary')]);
  expect(sealed).toMatchObject({ minutes: 600 });
  await serve(end, pupilId, 60);
  const left = stageLeft(
    { pk: `T#${end.district}#V#${pupilId}`, sk: 'V', class: `${end.east}-primary-2020-1` },
    { pk: `T#${end.district}#V#${pupilId}`, sk: 'V', class: `${end.east}-junior-2026-1`, ver: sealed?.ver ?? 0 },
  );
  assert(left);
  await sealStage(end.world.tools, left, end.world.now);
  expect(await end.world.store.get([sealAt(end.district, pupilId, 'primary')])).toEqual([sealed]);
});

/** Tuesday, 1 September 2026, 10:00 in Shanghai. */
const september = Date.parse('2026-09-01T02:00:00Z');
