/** A place: one real thing of every kind that a route can name, with the people who may ask for it. */
import { strict as assert } from 'node:assert';
import { whoAsks } from '../../functions/access/index.ts';
import { exportAt, exportRow } from '../../functions/exports/rows.ts';
import { classObjectionAt, objectionKeys, objectionValue } from '../../functions/hours/objection-rows.ts';
import { readSessionCookie } from '../../functions/platform/identity/cookie.ts';
import type { Client } from '../../scripts/local/client.ts';
import type { Role } from '../../shared/roles.ts';
import { openAffairs } from './affairs.ts';
import { openCertificates } from './certificates.ts';
import { openGoods } from './goods.ts';
import { type Ground, pin } from './ground.ts';
import { openNeighbours } from './neighbours.ts';
import type { Person } from './person.ts';
import { openPupils } from './pupils.ts';
import { openServices } from './services.ts';
import { openStaff, openTeam } from './staff.ts';

/** A role, or somebody without a session. */
export type Asker = Role | 'anyone';
export type Place = Awaited<ReturnType<typeof openPlace>>['place'];

export async function openPlace(ground: Ground) {
  const { land, street, school, schoolCode, community } = ground;
  const { admin, world, administrator } = land;
  const { team, leader, substitute } = await openTeam(ground);
  const staff = await openStaff(ground);
  const { volunteer, guardian, ...pupils } = await openPupils(ground);
  const joining = { params: { team }, body: { volunteers: [pupils.pupil, pupils.twin] } };
  await admin.must('POST /api/teams/{team}/members', joining);
  const { desk, unitAdmin, approver, keeper, auditor, staffCode } = staff;
  const services = await openServices({
    leader: leader.client,
    approver: approver.client,
    volunteer: volunteer.client,
    ...pupils,
  });
  const goods = await openGoods({ admin, volunteer: volunteer.client, keeper: keeper.client, school, desk });
  const { resident, ...neighbours } = await openNeighbours(ground, leader.client, pupils.pupil);
  const affairs = await openAffairs(ground, { unitAdmin: unitAdmin.client, volunteer: volunteer.client, ...pupils });
  await world.settle();
  const asked = await openExport(ground, [administrator, unitAdmin]);
  const certified = [administrator, unitAdmin, approver, leader, volunteer, guardian];
  const certificates = await openCertificates(ground, pupils.pupil, certified);
  const looked = await lookAround(ground, { ...pupils, ...services, team, volunteer: volunteer.client });
  const place = {
    street,
    school,
    schoolCode,
    community,
    outer: land.outer,
    outerCode: land.outerCode,
    team,
    desk,
    staffCode,
    colleague: approver.account,
    colleaguePost: approver.post,
    colleagueLogin: approver.login,
    substitute: substitute.account,
    substituteLogin: substitute.login,
    ...pupils,
    ...services,
    ...goods,
    ...neighbours,
    ...affairs,
    ...certificates,
    export: asked,
    ...looked,
  };
  const people = {
    district_admin: administrator,
    unit_admin: unitAdmin,
    approver,
    leader,
    desk: keeper,
    volunteer,
    guardian,
    resident,
    auditor,
  } satisfies Record<Role, Person>;
  return { place, people };
}

/** A list that each of these has asked for; put there by hand, because none of them has a phone for codes. */
async function openExport({ land, school }: Ground, askers: readonly Person[]): Promise<string> {
  const { world, id: district } = land;
  const { tools, now } = world;
  const id = tools.newId(now);
  const row = exportRow({
    id,
    list: 'pupils',
    unit: school,
    unitName: '城东学校',
    as: 'csv',
    state: 'ready',
    rows: 0,
    createdAt: now,
  });
  for (const { cookie } of askers) {
    const who = await whoAsks(readSessionCookie(cookie()) ?? '', now, tools);
    assert(who);
    await tools.store.transact(`EXPORT#${id}`, [{ ...exportAt({ district, person: who.person, id }), put: row }]);
  }
  return id;
}

interface Standing {
  readonly team: string;
  readonly published: string;
  readonly number: string;
  readonly volunteer: Client;
}
/** What has come of itself: an anomaly, the public list with its link, a message, a device that is known. */
async function lookAround({ land, school, schoolCode }: Ground, { team, published, number, volunteer }: Standing) {
  const { admin, world } = land;
  const { items: anomalies } = await admin.must('GET /api/anomalies', { query: { unit: school } });
  const { link } = await admin.must('GET /api/publicity-link', { query: { unit: school } });
  const { items: shown } = await world.client().must('GET /api/publicity/{school}', { params: { school: schoolCode } });
  const { items: notices } = await volunteer.must('GET /api/me/notices', {});
  const phone = world.client();
  await phone.must('POST /api/sessions', { body: { school: schoolCode, number, pin, remember: true } });
  const { items: devices } = await phone.must('GET /api/session/devices', {});
  const anomaly = anomalies.find((one) => one.team === team)?.id;
  const ref = shown.find(({ shift }) => shift === published)?.people.find((one) => one.ref)?.ref;
  const [notice, device] = [notices[0]?.id, devices[0]?.id];
  assert(anomaly && ref && notice && device);
  const body = { link, shift: published, person: ref, reason: 'other' } as const;
  const objecting = { params: { school: schoolCode }, body };
  const { receipt = '' } = await world.client().must('POST /api/publicity/{school}/objections', objecting);
  const classObjection = await objectToClass(land, school, published);
  return { link, anomaly, ref, receipt, classObjection, notice, device };
}

/** To the sum of a class; put there by hand, because everybody on the list is old enough to be named. */
async function objectToClass({ world, id: district }: Ground['land'], unit: string, shift: string): Promise<string> {
  const { tools, now } = world;
  const id = tools.newId(now);
  const about = { district, unit, shift, class: '八(1)班', name: '路口引导', day: '2026-03-02' };
  const objection = objectionValue({ by: 'public', reason: 'other', at: now, daysLeft: 0, receipt: id });
  const put = { v: 1, ...about, objection, ...objectionKeys({ ...about, volunteer: id }, now) };
  await tools.store.transact(`OBJECTION#${id}`, [{ ...classObjectionAt({ district, shift, id }), put }]);
  return id;
}
