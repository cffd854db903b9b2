/** One volunteer's file, and the volunteer's own page. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../scripts/local/client.ts';
import { csv, pupils } from '../volunteers/lines.ts';
import {
  appointAdministrator,
  classesOf,
  eastName,
  importRoster,
  openSchools,
  password,
  pupilsOf,
  type Schools,
} from '../volunteers/schools.ts';
import { type Refused, refusalsIn } from '../volunteers/stored.ts';

let schools: Schools;
let abroad: Schools;
let westOnly: Client;
let leader: Client;
let refused: Refused;
let className: string;
let team: string;
/** 三(2)班 with three pupils: the first with two consents and in the team, the second with one, the third with none. */
let ids: string[];
beforeAll(async () => {
  schools = await openSchools();
  const { administrator, east, west, world } = schools;
  abroad = await openSchools(world, '月溪区');
  refused = refusalsIn(world);
  westOnly = await appointAdministrator(schools, west);
  await importRoster(schools, administrator, east, csv(pupils(3)));
  className = String((await classesOf(administrator, east))[0]?.id);
  ids = (await pupilsOf(administrator, className)).map(({ id }) => id);
  await consent(ids.slice(0, 2), '2025-1', '2025-09-03');
  await consent(ids.slice(0, 1), '2026-1', '2026-02-20');
  const founded = { unit: east, name: '小青荷服务队', brand: '小手牵大手' };
  team = (await administrator.must('POST /api/teams', { body: founded })).id;
  const params = { team };
  await administrator.must('POST /api/teams/{team}/members', { params, body: { volunteers: ids.slice(0, 1) } });
  const body = { login: 'leader-of-one', name: '刘领队' };
  const { code = '' } = await administrator.must('POST /api/teams/{team}/leaders', { params, body });
  leader = world.client();
  await leader.must('POST /api/activations', { body: { code, password } });
});

const consent = (volunteers: string[], textVersion: string, signedOn: string) =>
  schools.administrator.must('POST /api/classes/{class}/consents', {
    params: { class: className },
    body: { volunteers, textVersion, signedOn },
  });
const nth = (position: number) => String(ids[position]);
const show = (client: Client, volunteer: string) =>
  client.must('GET /api/volunteers/{volunteer}', { params: { volunteer } });

describe('one volunteer’s file', () => {
  test('shows what the class list shows, and every consent, the latest first', async () => {
    const { administrator, east } = schools;
    const list = await pupilsOf(administrator, className);
    const place = { classId: className, school: east, schoolName: eastName, brought: [] };
    const registered = { at: expect.any(String), byRole: 'district_admin' };
    const [earlier, later] = [
      { method: 'paper', textVersion: '2025-1', signedOn: '2025-09-03', ...registered },
      { method: 'paper', textVersion: '2026-1', signedOn: '2026-02-20', ...registered },
    ];
    expect(await show(administrator, nth(0))).toEqual({ ...list[0], ...place, consents: [later, earlier] });
    expect(await show(administrator, nth(2))).toEqual({ ...list[2], ...place, consents: [] });
    expect(list.map((row) => row.consent)).toEqual(['given', 'given', 'missing']);
  });

  test('is open to the leader of a team the volunteer is in, and to no other leader', async () => {
    expect(await show(leader, nth(0))).toMatchObject({ id: nth(0), number: '20230001' });
    const ask = () => leader.ask('GET /api/volunteers/{volunteer}', { params: { volunteer: nth(1) } });
    await refused(ask, 404, 'not_found');
  });

  test('is nothing to another school or district, like that of nobody', async () => {
    const ask = (client: Client, volunteer: string) => () =>
      client.ask('GET /api/volunteers/{volunteer}', { params: { volunteer } });
    await refused(ask(westOnly, nth(0)), 404, 'not_found');
    await refused(ask(abroad.administrator, nth(0)), 404, 'not_found');
    await refused(ask(schools.administrator, team), 404, 'not_found');
  });
});

test('a volunteer’s own page says who one is, and the teams one is in', async () => {
  const { administrator, world, east } = schools;
  const asked = { params: { class: className }, body: { volunteers: ids.slice(0, 2) } };
  const { items } = await administrator.must('POST /api/classes/{class}/activation-codes', asked);
  const me = async (position: number) => {
    const client = world.client();
    const code = String(items[position]?.code);
    await client.must('POST /api/activations', { body: { code, pin: '492715' } });
    return client.must('GET /api/me', {});
  };
  const place = { class: '三(2)班', school: east, schoolName: eastName, consent: 'given', brought: [] };
  const first = { id: nth(0), name: items[0]?.name, number: '20230001' };
  const own = { id: team, name: '小青荷服务队', brand: '小手牵大手' };
  expect(await me(0)).toEqual({ ...first, ...place, teams: [own] });
  expect(await me(1)).toEqual({ ...place, id: nth(1), name: items[1]?.name, number: '20230002', teams: [] });
  expect((await show(administrator, nth(0))).activated).toBe(true);
});
