import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readDesk } from '../../functions/district/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import { appoint, openTown, refused, welcome } from '../access/town.ts';

const open = (client: Client, unit: string, name = '积分超市', key?: string) =>
  client.ask('POST /api/desks', { body: { unit, name, place: '教学楼一层', hours: '周一至周五 12:00–13:00' }, key });
const names = async (client: Client) => (await client.must('GET /api/desks', {})).items.map(({ name }) => name).sort();

describe('desks', () => {
  test('a school’s administrator opens a desk in the school, once for one key', async () => {
    const town = await openTown();
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    const key = randomUUID();
    const said = await open(client, town.east.unit, '小超市', key);
    expect(said).toMatchObject({ status: 201, body: { unit: town.east.unit, name: '小超市' } });
    expect((await open(client, town.east.unit, '小超市', key)).body).toEqual(said.body);
    expect(await names(client)).toEqual(['小超市']);
    const id = said.ok ? said.body.id : '';
    expect(await readDesk(town.world.tools, town.district, id)).toEqual(said.body);
  });

  test('a unit the asker does not cover is not found, like one that is not there', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    const { client } = await appoint(town, 'principal', 'unit_admin', town.east.unit);
    for (const unit of [town.west.unit, town.district, other.east.unit, town.world.tools.newId(0)]) {
      expect(await refused(town.world, () => open(client, unit))).toBe('not_found');
    }
    expect(await refused(town.world, () => open(other.admin, town.east.unit))).toBe('not_found');
  });

  test('everybody sees the desks of the own unit, of those above it and of those below it', async () => {
    const town = await openTown();
    const other = await openTown(town.world, 1);
    await open(town.admin, town.district, '区兑换中心');
    await open(town.admin, town.east.unit, '城东超市');
    await open(town.admin, town.west.unit, '城西超市');
    await open(other.admin, other.district, '别区');
    expect(await names(town.admin)).toHaveLength(3);
    const { client } = await welcome(town, { school: town.east });
    expect(await names(client)).toEqual(['区兑换中心', '城东超市'].sort());
    expect(await refused(town.world, () => open(client, town.east.unit))).toBe('post_not_allowed');
    expect(await names(other.admin)).toEqual(['别区']);
  });

  test('one is shown on its own by GET /api/desks/{desk} to those who see it, and to nobody else', async () => {
    const town = await openTown();
    const said = await open(town.admin, town.west.unit, '城西超市');
    const desk = said.ok ? said.body.id : '';
    const ask = (client: Client, id: string) => client.ask('GET /api/desks/{desk}', { params: { desk: id } });
    expect((await ask(town.admin, desk)).body).toMatchObject({ name: '城西超市', unit: town.west.unit });
    const { client } = await welcome(town, { school: town.east });
    expect(await refused(town.world, () => ask(client, desk))).toBe('not_found');
    expect(await refused(town.world, () => ask(town.admin, town.world.tools.newId(0)))).toBe('not_found');
  });
});
