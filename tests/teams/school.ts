/** A small district to test in: two schools with a desk each, staff signed in, and pupils put there by hand. */
import { strict as assert } from 'node:assert';
import { expect } from 'vitest';
import { foundDistrictWithAdministrator, issueVolunteerCode } from '../../functions/access/index.ts';
import type { Attributes, Item, Page } from '../../functions/platform/store/port.ts';
import { volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import type { Client, Said } from '../../scripts/local/client.ts';
import type { ContractName } from '../../shared/contracts/index.ts';
import { type ProblemCode, problems } from '../../shared/problems.ts';
import type { StaffRole } from '../../shared/roles.ts';
import { tableNames } from '../../shared/tables.ts';
import { makeWorld, type World } from '../harness.ts';

export interface School {
  readonly unit: string;
  readonly code: string;
  readonly desk: string;
}
export interface District {
  readonly world: World;
  readonly id: string;
  readonly administrator: Client;
  readonly east: School;
  readonly west: School;
}
export interface Pupil {
  readonly id: string;
  readonly client: Client;
  /** After a pause a session is over: signs in again. */
  signIn(): Promise<void>;
}
const password = 'Spring wind over the river 7';
const pin = '492715';

export async function openDistrict(world: World = makeWorld(), name = '青桥区'): Promise<District> {
  const login = `admin-${world.now}-${name.codePointAt(0)}`;
  const founded = await foundDistrictWithAdministrator(world.tools, {
    districtName: name,
    login,
    name: '周敏',
    now: world.now,
  });
  assert(founded);
  const administrator = world.client();
  await administrator.must('POST /api/activations', { body: { code: founded.code, password } });
  const firstCode = name.codePointAt(0) ?? 0;
  const school = (number: number) => openSchool(administrator, founded.district, String(100_000 + firstCode + number));
  return { world, id: founded.district, administrator, east: await school(1), west: await school(2) };
}

async function openSchool(administrator: Client, parent: string, code: string): Promise<School> {
  const body = { kind: 'school', name: `第${code}小学`, parent, code } as const;
  const { id: unit } = await administrator.must('POST /api/units', { body });
  const desk = await openDesk(administrator, unit);
  return { unit, code, desk };
}

export async function openDesk(administrator: Client, unit: string): Promise<string> {
  const body = { unit, name: '积分超市', place: '教学楼一层', hours: '周一至周五 12:00–13:00' };
  return (await administrator.must('POST /api/desks', { body })).id;
}

let staffCount = 0;
/** A new member of staff with a post, signed in. */
export async function appoint(
  { world, administrator }: District,
  role: Exclude<StaffRole, 'leader'>,
  scope: string,
): Promise<Client> {
  staffCount++;
  const body = { login: `staff-${staffCount}`, name: '陈老师', role, scope };
  const { code } = await administrator.must('POST /api/staff', { body });
  return activated(world, code);
}

export async function appointLeader({ world, administrator }: District, team: string): Promise<Client> {
  staffCount++;
  const body = { login: `leader-${staffCount}`, name: '刘领队' };
  const { code } = await administrator.must('POST /api/teams/{team}/leaders', { params: { team }, body });
  return activated(world, code);
}

async function activated(world: World, code: string | undefined): Promise<Client> {
  assert(code);
  const client = world.client();
  await client.must('POST /api/activations', { body: { code, password } });
  return client;
}

interface Enrolment {
  readonly name?: string;
  readonly stage?: 'primary' | 'junior' | 'senior';
}
let pupilCount = 0;

/** A pupil in a school's class 2 who entered the stage in September 2023; without an account yet. */
export async function enrol(district: District, school: School, { name = '张小明', stage = 'junior' }: Enrolment = {}) {
  const { tools, now } = district.world;
  pupilCount++;
  const id = tools.newId(now);
  const number = `2023${String(pupilCount).padStart(4, '0')}`;
  const personal = { name, number, birthDate: '2011-05-01' };
  const person = {
    id,
    ver: 1,
    school: school.unit,
    class: `${school.unit}-${stage}-2023-2`,
    personal,
    status: 'active',
  } as const;
  const row = volunteerRow(district.id, tools.vault, person);
  await tools.store.transact(`ENROL#${id}`, [{ ...volunteerAt(district.id, id), put: row }]);
  return { id, number };
}

/** A pupil who is signed in. */
export async function welcome(district: District, school: School, enrolment: Enrolment = {}): Promise<Pupil> {
  const { world } = district;
  const { id, number } = await enrol(district, school, enrolment);
  const asked = { district: district.id, volunteer: id, school: school.unit, schoolCode: school.code, number };
  const { code, writes } = issueVolunteerCode(world.tools, { ...asked, now: world.now });
  await world.tools.store.transact(`CARD#${id}`, writes);
  const client = world.client();
  await client.must('POST /api/activations', { body: { code, pin } });
  const signIn = async () =>
    void (await client.must('POST /api/sessions', { body: { school: school.code, number, pin } }));
  return { id, client, signIn };
}

/** Everything stored except what a refusal may leave: rows that remember client keys. */
export async function everythingStored({ store }: World): Promise<Item[]> {
  const stored: Item[] = [];
  for (const table of tableNames.filter((name) => name !== 'Guards')) {
    let after: Attributes | undefined;
    do {
      const page: Page = await store.scan({ table, segment: 0, segments: 1, limit: 1000, after });
      stored.push(...page.items.filter((item) => item.void === undefined));
      after = page.next;
    } while (after);
  }
  return stored;
}

/** Expects a refusal with this code after which everything stored is as it was before. */
export async function expectRefusal(
  world: World,
  code: ProblemCode,
  ask: () => Promise<Said<ContractName>>,
): Promise<void> {
  const before = await everythingStored(world);
  const said = await ask();
  expect(said.body).toMatchObject({ code, status: problems[code].status });
  expect(await everythingStored(world)).toEqual(before);
}
