import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { csv, pupils } from './lines.ts';
import { appointAdministrator, openSchools, type Schools, upload } from './schools.ts';
import { type Refused, refusalsIn } from './stored.ts';

let schools: Schools;
let westOnly: Client;
let refused: Refused;
beforeAll(async () => {
  schools = await openSchools();
  refused = refusalsIn(schools.world);
  westOnly = await appointAdministrator(schools, schools.west);
});

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
