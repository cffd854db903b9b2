/** A small town to test in: a district with its administrator, two schools and a community, and cards for pupils. */
import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { foundDistrictWithAdministrator, issueVolunteerCode } from '../../functions/access/index.ts';
import type { Item } from '../../functions/platform/store/port.ts';
import type { Client, Input } from '../../scripts/local/client.ts';
import { tableNames } from '../../shared/tables.ts';
import { makeWorld, type World } from '../harness.ts';

export const password = 'plum blossom by the river 8';
export const pin = '582047';
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

interface School {
  readonly unit: string;
  readonly code: string;
}
export interface Town {
  readonly world: World;
  readonly district: string;
  /** The login of the first administrator, who is signed in as `admin`. */
  readonly login: string;
  readonly admin: Client;
  readonly east: School;
  readonly west: School;
  readonly community: string;
}

/** @param number 0–9: towns of one world differ in it */
export async function openTown(world: World = makeWorld(), number = 0): Promise<Town> {
  const login = `admin.${number}`;
  const asked = { districtName: `青桥${number}区`, login, name: '管理员', now: world.now };
  const founded = await foundDistrictWithAdministrator(world.tools, asked);
  assert(founded);
  const { client: admin } = await activated(world, founded.code);
  const { district } = founded;
  const school = async (name: string, code: string): Promise<School> => {
    const body = { kind: 'school', name, parent: district, code } as const;
    return { unit: (await admin.must('POST /api/units', { body })).id, code };
  };
  const east = await school('城东小学', `43825${number}`);
  const west = await school('城西小学', `45829${number}`);
  const street = { kind: 'community', name: '河东社区', parent: district } as const;
  const { id: community } = await admin.must('POST /api/units', { body: street });
  return { world, district, login, admin, east, west, community };
}

/** Sets a password with a one-time code. */
export async function activated(world: World, code: string | undefined) {
  assert(code);
  const client = world.client();
  return { client, session: await client.must('POST /api/activations', { body: { code, password } }) };
}

type Invitation = Input<'POST /api/staff'>['body'];
export const invite = (client: Client, body: Partial<Invitation> & Pick<Invitation, 'scope'>, key?: string) =>
  client.ask('POST /api/staff', { body: { login: 'colleague', name: '陈老师', role: 'approver', ...body }, key });

/** Invites a colleague, who then sets the password and is signed in. */
export async function appoint({ world, admin }: Town, login: string, role: Invitation['role'], scope: string) {
  const invited = await admin.must('POST /api/staff', { body: { login, name: '陈老师', role, scope } });
  return { ...(await activated(world, invited.code)), account: invited.account };
}

/** The administrator of the school in the east. */
export const principal = async (town: Town) => (await appoint(town, 'principal', 'unit_admin', town.east.unit)).client;

/** A printed card's code for a pupil who is new, or was given one before. */
export async function printCard(town: Town, { number = '20230101', volunteer = '', school = town.east } = {}) {
  const { world, district } = town;
  const id = volunteer || world.tools.newId(world.now);
  const asked = { district, volunteer: id, school: school.unit, schoolCode: school.code, number, now: world.now };
  const { code, writes } = issueVolunteerCode(world.tools, asked);
  await world.tools.store.transact(`CARD#${id}#${code}`, writes);
  return { volunteer: id, code, signIn: { school: school.code, number, pin } };
}

/** A pupil with a PIN, signed in. */
export async function welcome(town: Town, card: Parameters<typeof printCard>[1] = {}) {
  const printed = await printCard(town, card);
  const client = town.world.client();
  await client.must('POST /api/activations', { body: { code: printed.code, pin } });
  return { ...printed, client };
}

/** Sends a request that must be refused, and looks that nothing changed but the rows that remember tries and keys. */
export async function refused(world: World, ask: () => ReturnType<Client['ask']>) {
  const before = everything(world);
  const said = await ask();
  assert(!said.ok, `It was not refused: ${JSON.stringify(said.body)}`);
  assert(isDeepStrictEqual(await everything(world), await before), `${said.body.code} changed something`);
  return said.body.code;
}

async function everything({ store }: World): Promise<Item[]> {
  const pages = tableNames
    .filter((table) => table !== 'Guards')
    .map((table) => store.scan({ table, segment: 0, segments: 1, limit: 1000 }));
  return (await Promise.all(pages)).flatMap(({ items }) => items).filter(({ pk }) => !pk.startsWith('RL#'));
}
