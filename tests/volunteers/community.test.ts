/**
 * Grown volunteers of a community: POST /api/communities/{unit}/volunteers by its desk, or by themselves with POST
 * /api/schools/{code}/registrations; they sign in, serve and are counted as everybody else.
 */
import { strict as assert } from 'node:assert';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { appoint, appointLeader, type District, expectRefusal, openDistrict } from '../teams/school.ts';

const pin = '492715';
const code = '640101';
const grown = { name: '王大明', number: 'LY001', birthDate: '1990-05-01' };
let district: District;
let community: string;
let desk: Client;
beforeEach(async () => {
  district = await openDistrict();
  const { administrator, id: parent } = district;
  const unit = { kind: 'community', name: '柳荫社区', parent, code } as const;
  community = (await administrator.must('POST /api/units', { body: unit })).id;
  desk = await appoint(district, 'unit_admin', community);
});

const registerAt = (client: Client, body = {}, unit = community) =>
  client.ask('POST /api/communities/{unit}/volunteers', { params: { unit }, body: { ...grown, ...body } });
const askToJoin = (body = {}) =>
  district.world
    .client()
    .ask('POST /api/schools/{code}/registrations', { params: { code }, body: { ...grown, ...body } });

/** The card is printed, and the volunteer signs in with it. */
async function signedIn(): Promise<Client> {
  const { items: classes } = await desk.must('GET /api/classes', { query: { school: community } });
  const [group] = classes;
  assert(group);
  const { items } = await desk.must('POST /api/classes/{class}/activation-codes', {
    params: { class: group.id },
    body: {},
  });
  const client = district.world.client();
  await client.must('POST /api/activations', { body: { code: items[0]?.code ?? '', pin } });
  return client;
}

describe('the desk', () => {
  test('registers a grown volunteer, who is in a group and signs in with its code and a number', async () => {
    const said = await registerAt(desk);
    expect(said.status).toBe(201);
    const { items } = await desk.must('GET /api/classes', { query: { school: community } });
    expect(items).toMatchObject([{ stage: 'adult', label: '成年志愿者(1)组', volunteers: 1 }]);
    const { items: cards } = await desk.must('GET /api/card-requests', { query: { unit: community } });
    expect(cards).toMatchObject([{ name: '王大明', class: '成年志愿者(1)组' }]);
    await signedIn();
    const phone = district.world.client();
    await phone.must('POST /api/sessions', { body: { school: code, number: grown.number, pin } });
    expect(await phone.must('GET /api/me', {})).toMatchObject({ name: '王大明', class: '成年志愿者(1)组' });
  });

  test('registers nobody under eighteen, no number twice, and at no school or foreign community', async () => {
    const { world, east } = district;
    await registerAt(desk);
    await expectRefusal(world, 'adults_only', () => registerAt(desk, { number: 'LY002', birthDate: '2010-05-01' }));
    await expectRefusal(world, 'number_taken', () => registerAt(desk));
    await expectRefusal(world, 'not_found', () => registerAt(desk, {}, district.id));
    const teacher = await appoint(district, 'unit_admin', east.unit);
    await expectRefusal(world, 'not_found', () => registerAt(teacher));
    await expectRefusal(world, 'not_found', () => registerAt(teacher, {}, east.unit));
  });
});

describe('somebody grown up', () => {
  test('registers without class or guardian, and is on the list once the community agrees', async () => {
    expect((await askToJoin()).ok).toBe(true);
    const { items } = await desk.must('GET /api/registrations', { query: { unit: community } });
    expect(items).toMatchObject([{ name: '王大明', class: '成年志愿者(1)组', candidates: [] }]);
    const params = { registration: items[0]?.id ?? '' };
    const decision = { params, body: { decision: 'approve' as const } };
    expect(await desk.must('POST /api/registrations/{registration}/decision', decision)).toMatchObject({
      state: 'approved',
    });
    const found = await desk.must('GET /api/volunteers', { query: { unit: community, q: '王大明' } });
    expect(found.items).toMatchObject([{ number: 'LY001', consent: 'not_needed' }]);
  });

  test('POST /api/schools/{code}/registrations: a minor hears adults_only, a pupil names a class', async () => {
    const minor = await askToJoin({ birthDate: '2010-05-01' });
    expect(minor.body).toMatchObject({ code: 'adults_only' });
    const atSchool = () =>
      district.world.client().ask('POST /api/schools/{code}/registrations', {
        params: { code: district.east.code },
        body: { ...grown, birthDate: '2011-05-01' },
      });
    expect((await atSchool()).body).toMatchObject({ code: 'shape_invalid' });
    const { items } = await desk.must('GET /api/registrations', { query: { unit: community } });
    expect(items).toEqual([]);
  });

  test('serves in a team of the community, and the national stars count the hours', async () => {
    const { administrator, world } = district;
    const rule = { key: 'publicity_working_days' as const, value: 0, from: '2026-03-02' };
    await administrator.must('POST /api/rules', { body: rule });
    const { volunteer } = (await registerAt(desk)).body as { volunteer: string };
    const { id: team } = await administrator.must('POST /api/teams', { body: { unit: community, name: '柳荫队' } });
    await desk.must('POST /api/teams/{team}/members', { params: { team }, body: { volunteers: [volunteer] } });
    const leader = await appointLeader(district, team);
    const at = (hours: number) => new Date(world.now + hours * 3_600_000).toISOString();
    const body = {
      ...{ name: '社区清洁', place: '柳荫社区', content: '打扫楼道', category: 'environment' as const },
      ...{ risk: '当心湿滑', contact: '居委会', from: at(-10), to: at(-1), participants: [{ volunteer }] },
    };
    const { shift } = await leader.must('POST /api/shifts', { body });
    const params = { shift: shift.id };
    await leader.must('POST /api/shifts/{shift}/confirmation', { params, body: {} });
    await world.settle();
    const { items } = await desk.must('POST /api/shifts/{shift}/approval', { params, body: {} });
    expect(items).toMatchObject([{ outcome: 'done' }]);
    await world.settle();
    const client = await signedIn();
    await world.settle();
    const balance = await client.must('GET /api/me/balance', {});
    expect(balance).toMatchObject({ minutes: 540, minutesByStage: { adult: 540 } });
    const stars = await client.must('GET /api/me/stars', {});
    expect(stars.items.map(({ scheme }) => scheme)).toEqual(['national']);
    const figures = await desk.must('GET /api/figures', { query: { unit: community } });
    expect(figures).toMatchObject({ minutes: 540, volunteers: { online: 1, offline: 0 } });
    expect(figures.stars[0]).toMatchObject({ level: 0, volunteers: 1 });
  });
});
