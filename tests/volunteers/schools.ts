/** A district with schools and administrators to import rosters in, and rosters written by hand. */
import { strict as assert } from 'node:assert';
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import { type Client, everyPage } from '../../scripts/local/client.ts';
import { makeWorld, type World } from '../harness.ts';

export interface Schools {
  readonly world: World;
  readonly district: string;
  readonly administrator: Client;
  readonly login: string;
  readonly east: string;
  readonly west: string;
}
export const eastName = '东风小学';
export const westName = '西湖小学';
export const password = 'Spring wind over the river 7';

let districtCount = 0;
export async function openSchools(world: World = makeWorld(), name = '清溪区'): Promise<Schools> {
  districtCount++;
  const asked = { districtName: name, login: `admin-${districtCount}`, name: '周敏', now: world.now };
  const founded = await foundDistrictWithAdministrator(world.tools, asked);
  assert(founded);
  const administrator = await activated(world, founded.code);
  const district = founded.district;
  const firstCode = 100_000 + 10 * districtCount;
  return {
    world,
    district,
    administrator,
    login: asked.login,
    east: await openSchool(administrator, district, eastName, String(firstCode + 1)),
    west: await openSchool(administrator, district, westName, String(firstCode + 2)),
  };
}

export async function openSchool(administrator: Client, parent: string, name: string, code: string): Promise<string> {
  return (await administrator.must('POST /api/units', { body: { kind: 'school', name, parent, code } })).id;
}

/** An administrator of one school, signed in. */
export async function appointAdministrator({ world, administrator }: Schools, unit: string): Promise<Client> {
  const body = { login: `admin-${unit.toLowerCase()}`, name: '陈老师', role: 'unit_admin', scope: unit } as const;
  const { code } = await administrator.must('POST /api/staff', { body });
  return activated(world, code);
}

async function activated(world: World, code: string | undefined): Promise<Client> {
  assert(code);
  const client = world.client();
  await client.must('POST /api/activations', { body: { code, password } });
  return client;
}

/** Uploads in parts of the size given. */
export async function upload(
  client: Client,
  bytes: Uint8Array,
  name = '名册.csv',
  partBytes = 4 * 1024 * 1024,
): Promise<string> {
  const parts = Math.ceil(bytes.length / partBytes);
  const { id } = await client.must('POST /api/files', { body: { name, parts } });
  for (let part = 1; part <= parts; part++) {
    const content = Buffer.from(bytes.subarray((part - 1) * partBytes, part * partBytes)).toString('base64');
    await client.must('PUT /api/files/{file}/parts/{part}', { params: { file: id, part }, body: { content } });
  }
  return id;
}

/** Reads a roster up to its preview. */
export async function preview({ world }: Schools, client: Client, unit: string, bytes: Uint8Array, name?: string) {
  const file = await upload(client, bytes, name);
  const { id } = await client.must('POST /api/imports', { body: { file, unit } });
  await world.settle();
  return client.must('GET /api/imports/{import}', { params: { import: id } });
}

export async function commit({ world }: Schools, client: Client, id: string) {
  await client.must('POST /api/imports/{import}/commit', { params: { import: id }, body: {} });
  await world.settle();
  return client.must('GET /api/imports/{import}', { params: { import: id } });
}

/** Reads a roster and writes it. */
export async function importRoster(schools: Schools, client: Client, unit: string, bytes: Uint8Array, name?: string) {
  const { id } = await preview(schools, client, unit, bytes, name);
  return commit(schools, client, id);
}

type Outcome = 'new' | 'changed' | 'unchanged' | 'conflict' | 'faulty';
export const rowsOf = (client: Client, id: string, outcome: Outcome, limit?: number) =>
  everyPage((cursor) =>
    client.must('GET /api/imports/{import}/rows', { params: { import: id }, query: { outcome, cursor, limit } }),
  );

export async function classesOf(client: Client, school: string) {
  return (await client.must('GET /api/classes', { query: { school } })).items;
}
export const pupilsOf = (client: Client, className: string, limit?: number) =>
  everyPage((cursor) =>
    client.must('GET /api/classes/{class}/volunteers', { params: { class: className }, query: { cursor, limit } }),
  );

/** Every pupil of a school as the class lists show them, in their order. */
export async function everyPupil(client: Client, school: string) {
  const classes = await classesOf(client, school);
  return (await Promise.all(classes.map(({ id }) => pupilsOf(client, id)))).flat();
}
