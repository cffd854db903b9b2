import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import {
  appointAdministrator,
  commit,
  csv,
  everyPupil,
  everythingStored,
  importRoster,
  openSchools,
  preview,
  pupil,
  pupils,
  rowsOf,
  type Schools,
  upload,
} from './schools.ts';

let schools: Schools;
let westOnly: Client;
let abroad: Schools;
beforeAll(async () => {
  schools = await openSchools();
  westOnly = await appointAdministrator(schools, schools.west);
  abroad = await openSchools(schools.world, '月溪区');
});

/** Asks and expects a problem; nothing but the memory of the client's key may change. */
async function refused(ask: () => Promise<{ status: number; body: unknown }>, status: number, code: string) {
  const before = await everythingStored(schools.world);
  const said = await ask();
  expect(said).toMatchObject({ status, body: { code } });
  expect(await everythingStored(schools.world)).toEqual(before);
  return said;
}
const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('an upload', () => {
  test('arrives in parts, in any order, each as often as the line needs', async () => {
    const { administrator, east, world } = schools;
    const bytes = csv(pupils(5));
    const { id: file } = await administrator.must('POST /api/files', { body: { name: '五人.csv', parts: 3 } });
    const cut = [bytes.subarray(0, 50), bytes.subarray(50, 51), bytes.subarray(51)];
    for (const part of [3, 1, 1, 2, 3]) {
      const content = (cut[part - 1] ?? bytes).toString('base64');
      const put = await administrator.must('PUT /api/files/{file}/parts/{part}', {
        params: { file, part },
        body: { content },
      });
      expect(put).toEqual({ part, bytes: cut[part - 1]?.length });
    }
    const { id } = await administrator.must('POST /api/imports', { body: { file, unit: east } });
    await world.settle();
    expect(await administrator.must('GET /api/imports/{import}', { params: { import: id } })).toMatchObject({
      rows: 5,
    });
  });

  test('is announced once, however often the same request comes', async () => {
    const key = crypto.randomUUID();
    const announce = () => schools.administrator.must('POST /api/files', { key, body: { name: '名册.csv', parts: 2 } });
    expect(await announce()).toEqual(await announce());
  });

  test('is not read before all of it is there', async () => {
    const { administrator, east } = schools;
    const { id: file } = await administrator.must('POST /api/files', { body: { name: '名册.csv', parts: 2 } });
    const content = csv(pupils(1)).toString('base64');
    await administrator.must('PUT /api/files/{file}/parts/{part}', { params: { file, part: 1 }, body: { content } });
    await refused(() => administrator.ask('POST /api/imports', { body: { file, unit: east } }), 409, 'file_incomplete');
  });

  test('takes parts from nobody else, none it has not announced, and none once it is being read', async () => {
    const { administrator, east } = schools;
    const put = (client: Client, file: string, part: number) => () =>
      client.ask('PUT /api/files/{file}/parts/{part}', { params: { file, part }, body: { content: 'AAAA' } });
    const { id } = await administrator.must('POST /api/files', { body: { name: '名册.csv', parts: 2 } });
    await refused(put(westOnly, id, 1), 404, 'not_found');
    await refused(put(administrator, id, 3), 404, 'not_found');
    await refused(put(administrator, nowhere, 1), 404, 'not_found');
    const file = await upload(administrator, csv(pupils(1)));
    await administrator.must('POST /api/imports', { body: { file, unit: east } });
    await refused(put(administrator, file, 1), 404, 'not_found');
  });
});

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
    for (const client of [westOnly, abroad.administrator]) {
      for (const job of [id, nowhere]) {
        const params = { import: job };
        const query = { outcome: 'new' } as const;
        const answers = await Promise.all([
          refused(() => client.ask('GET /api/imports/{import}', { params }), 404, 'not_found'),
          refused(() => client.ask('GET /api/imports/{import}/rows', { params, query }), 404, 'not_found'),
          refused(() => client.ask('POST /api/imports/{import}/commit', { params, body: {} }), 404, 'not_found'),
        ]);
        expect(answers.every(({ body }) => !('detail' in (body as object)))).toBe(true);
      }
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
