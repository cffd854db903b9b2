import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { schoolByCode } from '../../functions/district/index.ts';
import type { Client, Input } from '../../scripts/local/client.ts';
import { appoint, openTown, refused, type Town, welcome } from '../access/town.ts';

type NewUnit = Input<'POST /api/units'>['body'];
const add = (client: Client, body: NewUnit, key?: string) => client.ask('POST /api/units', { body, key });
const change = (client: Client, unit: string, body: Input<'PUT /api/units/{unit}'>['body']) =>
  client.ask('PUT /api/units/{unit}', { params: { unit }, body });
const names = async (client: Client) => (await client.must('GET /api/units', {})).items.map(({ name }) => name);
const street = ({ district }: Town, name = '河西街道'): NewUnit => ({ kind: 'street', name, parent: district });

describe('units', () => {
  test('a school lies under the district or a street and is found by its code everywhere', async () => {
    const town = await openTown();
    const { id: parent } = await town.admin.must('POST /api/units', { body: street(town) });
    const school = { kind: 'school', name: '河西小学', parent, code: '462817' } as const;
    const said = await add(town.admin, school);
    expect(said).toMatchObject({ status: 201, body: school });
    const unit = said.ok ? said.body.id : '';
    expect(await schoolByCode(town.world.tools, '462817')).toEqual({ district: town.district, unit });
    expect(await schoolByCode(town.world.tools, '999999')).toBeUndefined();
  });

  test('everybody sees the own unit, those above it and those below it, and no other', async () => {
    const town = await openTown();
    await openTown(town.world, 1);
    expect(await names(town.admin)).toEqual(['青桥0区', '城东小学', '城西小学', '河东社区']);
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    expect(await names(client)).toEqual(['青桥0区', '城东小学']);
    expect(await names((await welcome(town, { school: town.west })).client)).toEqual(['青桥0区', '城西小学']);
  });

  test('a unit counts on the next request of everybody who is signed in', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'auditor', 'auditor', town.district);
    await add(town.admin, street(town));
    expect(await names(client)).toContain('河西街道');
  });

  test('a street in a street, and anything in a school or community, is misplaced', async () => {
    const town = await openTown();
    const { id: parent } = await town.admin.must('POST /api/units', { body: street(town) });
    const misplaced: NewUnit[] = [
      { kind: 'street', name: '小街', parent },
      { kind: 'school', name: '分校', parent: town.east.unit, code: '462817' },
      { kind: 'community', name: '小区', parent: town.community },
    ];
    for (const body of misplaced) {
      expect(await refused(town.world, () => add(town.admin, body))).toBe('unit_kind_misplaced');
    }
  });

  test('a parent in another district is not found, like one that is not there', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    for (const parent of [other.district, other.east.unit, town.world.tools.newId(0)]) {
      expect(await refused(town.world, () => add(town.admin, { kind: 'street', name: '街', parent }))).toBe(
        'not_found',
      );
    }
  });

  test('a school’s code is unique in the whole deployment, also between districts and at the same moment', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    const school = (parent: string, code: string) => ({ kind: 'school', name: '新校', parent, code }) as const;
    const taken = () => add(town.admin, school(town.district, other.east.code));
    expect(await refused(town.world, taken)).toBe('school_code_taken');
    const said = await Promise.all([
      add(town.admin, school(town.district, '462817')),
      add(other.admin, school(other.district, '462817')),
    ]);
    expect(said.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('eight units added at the same moment are all there, and the same key adds one only', async () => {
    const town = await openTown();
    const key = randomUUID();
    const many = Array.from({ length: 8 }, (_, number) => add(town.admin, street(town, `街道${number}`)));
    const same = Array.from({ length: 3 }, () => add(town.admin, street(town, '同一条街'), key));
    const said = await Promise.all([...many, ...same]);
    expect(said.map(({ status }) => status)).toEqual(Array(11).fill(201));
    expect(new Set(said.slice(8).map(({ body }) => 'id' in body && body.id)).size).toBe(1);
    expect(await names(town.admin)).toHaveLength(4 + 8 + 1);
  });

  test('a unit takes another name, for everybody from the next request on', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    const said = await change(town.admin, town.east.unit, { name: '城东实验小学' });
    const school = { kind: 'school', name: '城东实验小学', code: town.east.code };
    expect(said).toMatchObject({ status: 200, body: school });
    expect(await names(client)).toEqual(['青桥0区', '城东实验小学']);
    const byOthers = () => change(client, town.east.unit, { name: '我校' });
    expect(await refused(town.world, byOthers)).toBe('post_not_allowed');
  });

  test('a community without a code is given one, once, and nobody else’s', async () => {
    const town = await openTown();
    const give = (code: string) => change(town.admin, town.community, { name: '河东社区', code });
    expect(await refused(town.world, () => give(town.east.code))).toBe('school_code_taken');
    expect(await give('462817')).toMatchObject({ status: 200, body: { code: '462817' } });
    expect(await schoolByCode(town.world.tools, '462817')).toMatchObject({ unit: town.community });
    expect(await give('462817')).toMatchObject({ status: 200 });
    expect(await refused(town.world, () => give('462818'))).toBe('unit_code_fixed');
  });

  test('a school’s code stays, a street has none, the district keeps its name, a foreign unit is absent', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    const { id } = await town.admin.must('POST /api/units', { body: street(town) });
    const coded = { name: '某处', code: '462817' };
    for (const [unit, body, problem] of [
      [town.east.unit, coded, 'unit_code_fixed'],
      [id, coded, 'unit_code_fixed'],
      [town.district, { name: '新区' }, 'district_name_fixed'],
      [other.east.unit, { name: '我校' }, 'not_found'],
    ] as const) {
      expect(await refused(town.world, () => change(town.admin, unit, body))).toBe(problem);
    }
  });

  test('only a district’s administrator adds units, and a school without a code is not shaped like one', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    expect(await refused(town.world, () => add(client, street(town)))).toBe('post_not_allowed');
    const nameless = { kind: 'school', name: '新校', parent: town.district } as unknown as NewUnit;
    expect((await add(town.admin, nameless)).body).toMatchObject({ errors: [{ pointer: '/body/code' }] });
  });
});
