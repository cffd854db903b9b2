import { beforeAll, describe, expect, test } from 'vitest';
import { csv, pupils } from './lines.ts';
import { readFiles, refusedFiles } from './roster/attack-files.ts';
import { commit, everyPupil, openSchools, preview, rowsOf, type Schools } from './schools.ts';
import { itemsOf } from './stored.ts';

let schools: Schools;
beforeAll(async () => {
  schools = await openSchools();
});

describe('an attack by file', () => {
  test('fails its import with advice, changes nobody, and cannot be confirmed', async () => {
    const { world, administrator, east } = schools;
    const before = await itemsOf(world.store, 'Volunteers');
    for (const [what, bytes] of Object.entries(refusedFiles)) {
      const job = await preview(schools, administrator, east, bytes());
      expect({ what, ...job }).toMatchObject({ what, state: 'failed', rows: 0, problem: { code: 'file_unreadable' } });
      expect(job.problem?.title).toMatch(/请/u);
      const params = { import: job.id };
      const confirmed = await administrator.ask('POST /api/imports/{import}/commit', { params, body: {} });
      expect(confirmed.body).toMatchObject({ code: 'import_not_ready' });
    }
    expect(await itemsOf(world.store, 'Volunteers')).toEqual(before);
  });

  test('that can be read has every faulty row told, and only the sound ones written', async () => {
    const { administrator, district } = schools;
    for (const [at, [what, { bytes, people, faults }]] of Object.entries(readFiles).entries()) {
      const body = { kind: 'school', name: `第${at}小学`, parent: district, code: String(300_000 + at) } as const;
      const { id: school } = await administrator.must('POST /api/units', { body });
      const { id } = await preview(schools, administrator, school, bytes());
      const done = await commit(schools, administrator, id);
      expect({ what, ...done.counts }).toMatchObject({ what, new: people, faulty: faults.length });
      expect(await rowsOf(administrator, id, 'faulty')).toHaveLength(faults.length);
      expect(await everyPupil(administrator, school)).toHaveLength(people);
    }
  });

  test('leaves the school able to import its roster', async () => {
    const { administrator, east } = schools;
    const { id } = await preview(schools, administrator, east, csv(pupils(3)));
    expect(await commit(schools, administrator, id)).toMatchObject({ state: 'done', committed: 3 });
  });
});
