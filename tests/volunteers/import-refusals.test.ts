import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { csv, pupils } from './lines.ts';
import { appointAdministrator, commit, openSchools, preview, type Schools, upload } from './schools.ts';
import { type Refused, refusalsIn } from './stored.ts';

let schools: Schools;
let westOnly: Client;
let abroad: Schools;
let refused: Refused;
beforeAll(async () => {
  schools = await openSchools();
  refused = refusalsIn(schools.world);
  westOnly = await appointAdministrator(schools, schools.west);
  abroad = await openSchools(schools.world, '月溪区');
});

const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('an import', () => {
  test('cannot be begun for a unit that is not mine, has no schools, or from a file that is not mine', async () => {
    const file = await upload(westOnly, csv(pupils(1)));
    const begin = (client: Client, from: string, unit: string) => () =>
      client.ask('POST /api/imports', { body: { file: from, unit } });
    await refused(begin(westOnly, file, schools.east), 404, 'not_found');
    await refused(begin(westOnly, file, schools.district), 404, 'not_found');
    await refused(begin(schools.administrator, file, schools.east), 404, 'not_found');
    await refused(begin(westOnly, nowhere, schools.west), 404, 'not_found');
    await refused(begin(abroad.administrator, file, schools.west), 404, 'not_found');
    const { administrator, district } = schools;
    const street = { kind: 'street', name: '梅湾街道', parent: district } as const;
    const { id } = await administrator.must('POST /api/units', { body: street });
    const mine = await upload(administrator, csv(pupils(1)));
    await refused(begin(administrator, mine, id), 404, 'not_found');
  });

  test('is the same nothing to other schools and other districts as one that does not exist', async () => {
    const { id } = await preview(schools, schools.administrator, schools.east, csv(pupils(2)));
    const answersTo = (client: Client, job: string) => {
      const params = { import: job };
      const query = { outcome: 'new' } as const;
      return Promise.all([
        refused(() => client.ask('GET /api/imports/{import}', { params }), 404, 'not_found'),
        refused(() => client.ask('GET /api/imports/{import}/rows', { params, query }), 404, 'not_found'),
        refused(() => client.ask('POST /api/imports/{import}/commit', { params, body: {} }), 404, 'not_found'),
      ]);
    };
    for (const client of [westOnly, abroad.administrator]) {
      expect(await answersTo(client, id)).toEqual(await answersTo(client, nowhere));
    }
  });

  test('is begun once for a key, and answers the same key with how far it has come', async () => {
    const { administrator, east, world } = schools;
    const file = await upload(administrator, csv(pupils(2)));
    const key = crypto.randomUUID();
    const begun = await administrator.must('POST /api/imports', { key, body: { file, unit: east } });
    expect(begun).toMatchObject({ state: 'reading', rows: 0 });
    await world.settle();
    const again = await administrator.must('POST /api/imports', { key, body: { file, unit: east } });
    expect(again).toMatchObject({ id: begun.id, state: 'preview', rows: 2 });
  });

  test('is not written before its preview, nor after it has failed', async () => {
    const { administrator, east, world } = schools;
    const file = await upload(administrator, csv(pupils(2)));
    const { id } = await administrator.must('POST /api/imports', { body: { file, unit: east } });
    const write = (job: string) => () =>
      administrator.ask('POST /api/imports/{import}/commit', { params: { import: job }, body: {} });
    await refused(write(id), 409, 'import_not_ready');
    await world.settle();
    const failed = await preview(schools, administrator, east, Buffer.from('姓名,班级\n张三,三(2)班\n'));
    expect(failed).toMatchObject({ state: 'failed', rows: 0, problem: { code: 'roster_header_missing' } });
    await refused(write(failed.id), 409, 'import_not_ready');
  });

  test('may be confirmed again and again', async () => {
    const { administrator, west } = schools;
    const { id } = await preview(schools, administrator, west, csv([{ number: '77001', name: '何安' }]));
    const done = await commit(schools, administrator, id);
    expect(done).toMatchObject({ state: 'done', committed: 1 });
    expect(await commit(schools, administrator, id)).toEqual(done);
  });

  test('of something that is no roster fails with a sentence on what to do', async () => {
    const { administrator, east } = schools;
    const failed = await preview(
      schools,
      administrator,
      east,
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]),
      '照片.png',
    );
    expect(failed).toMatchObject({ state: 'failed', problem: { code: 'file_unreadable' } });
    expect(failed.problem?.title).toMatch(/另存为/);
  });
});
