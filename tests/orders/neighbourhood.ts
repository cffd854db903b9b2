/** A community with its desk and a resident, and teams of grown people who can help. */
import { strict as assert } from 'node:assert';
import { issueVolunteerCode } from '../../functions/access/index.ts';
import type { Client, Input, Output } from '../../scripts/local/client.ts';
import type { Skill } from '../../shared/rules/service-menu.ts';
import { schoolMorning } from '../harness.ts';
import { addMember, administratorOf, hourMs, openSquad, type Squad } from '../hours/squad.ts';
import { appoint, type District, openDistrict } from '../teams/school.ts';

export interface Neighbourhood {
  readonly district: District;
  readonly community: string;
  /** The community's own administrator. */
  readonly desk: Client;
  readonly resident: Client;
  readonly residentId: string;
  readonly login: string;
}
const pin = '492715';
let residents = 0;
const born = { birthDate: '1990-05-01', name: '王大明' };

export async function openNeighbourhood(place?: District): Promise<Neighbourhood> {
  const district = place ?? (await openDistrict());
  const { administrator, world, id } = district;
  const unit = { kind: 'community', name: '柳荫社区', parent: id } as const;
  const { id: community } = await administrator.must('POST /api/units', { body: unit });
  const desk = await appoint(district, 'unit_admin', community);
  const resident = world.client();
  const login = `resident-${++residents}`;
  const body = { unit: community, login, ...whom };
  const { account, code } = await desk.must('POST /api/residents', { body });
  assert(code);
  await resident.must('POST /api/activations', { body: { code, pin } });
  return { district, community, desk, resident, residentId: account, login };
}

export const whom = { name: '李奶奶', phone: '13800000000', address: '柳荫路 8 号 3 单元 201' };

type Ask = Input<'POST /api/orders'>['body'];
/** A haircut tomorrow from ten to twelve. */
export const orderAsk = (change: Partial<Ask> = {}): Ask => ({
  kind: 'haircut',
  from: new Date(schoolMorning + 24 * hourMs).toISOString(),
  to: new Date(schoolMorning + 26 * hourMs).toISOString(),
  risk: '家里有一只猫',
  need: '想剪短一点',
  phrases: ['hard_to_walk'],
  ...change,
});
export const place = ({ resident }: Neighbourhood, change: Partial<Ask> = {}): Promise<Output<'POST /api/orders'>> =>
  resident.must('POST /api/orders', { body: orderAsk(change) });
export const pass = ({ desk }: Neighbourhood, order: string) =>
  desk.must('POST /api/orders/{order}/triage', { params: { order }, body: { decision: 'pass' } });

export interface Helpers extends Squad {
  /** Grown members. */
  readonly adults: string[];
}
interface Offering {
  readonly skills?: readonly Skill[];
  readonly loadMax?: number;
  readonly adults?: number;
}
/** A team that takes orders. */
export async function openHelpers(
  { district }: Neighbourhood,
  { skills = ['hair'], loadMax = 3, adults = 1 }: Offering = {},
): Promise<Helpers> {
  const squad = await openSquad({ district, members: 0 });
  await squad.leader.must('PUT /api/team-orders/profile', {
    body: { takes: true, skills: [...skills], slots: [], loadMax },
  });
  const grown: string[] = [];
  for (let count = 0; count < adults; count++) grown.push(await addMember(squad, born));
  return { ...squad, adults: grown };
}

/** The orders a team's leader is asked for, those open to all, and where the resident reads an order stands. */
export const offeredTo = async (leader: Client) =>
  (await leader.must('GET /api/team-orders', {})).offered.map(({ id }) => id);
export const openTo = async (leader: Client) =>
  (await leader.must('GET /api/team-orders', {})).open.map(({ id }) => id);
export const stateOf = async ({ resident }: Neighbourhood, order: string) =>
  (await resident.must('GET /api/me/orders', {})).items.find(({ id }) => id === order)?.state;

/** What may be done to an order by a team's leader, one after the other. */
export const accept = ({ leader }: Squad, order: string) =>
  leader.must('POST /api/orders/{order}/acceptance', { params: { order }, body: {} });
export const assign = ({ leader, adults }: Helpers, order: string, volunteers = adults) =>
  leader.must('PUT /api/orders/{order}/members', { params: { order }, body: { volunteers } });

/** An order that a team has accepted, with its people. */
export async function acceptedOrder(town: Neighbourhood, helpers: Helpers, change: Partial<Ask> = {}) {
  const placed = await place(town, change);
  await pass(town, placed.id);
  await accept(helpers, placed.id);
  await assign(helpers, placed.id);
  return placed;
}

/** The visit of an accepted order, an hour long; everybody signs in again on the day. */
export async function visit(town: Neighbourhood, helpers: Helpers, order: string) {
  const { world } = town.district;
  world.now = schoolMorning + 24 * hourMs;
  await signInAgain(town, helpers);
  const params = { order };
  await helpers.leader.must('POST /api/orders/{order}/start', { params, body: {} });
  world.now += hourMs;
  await signInAgain(town, helpers);
  return helpers.leader.must('POST /api/orders/{order}/finish', { params, body: { did: '剪发、修面' } });
}

/** Sessions do not last a night. */
export async function signInAgain({ district, resident, login }: Neighbourhood, helpers?: Helpers) {
  await district.administrator.must('POST /api/sessions', { body: administratorOf() });
  await resident.must('POST /api/sessions', { body: { login, password: pin } });
  await helpers?.signIn();
}

/** A volunteer's own phone. */
export async function signInAs({ district: place }: Neighbourhood, volunteer: string): Promise<Client> {
  const { world, id, east } = place;
  const named = { district: id, volunteer, school: east.unit, schoolCode: east.code, number: volunteer.slice(-8) };
  const { code, writes } = issueVolunteerCode(world.tools, { ...named, now: world.now });
  await world.store.transact(`CARD#${volunteer}`, writes);
  const client = world.client();
  await client.must('POST /api/activations', { body: { code, pin } });
  return client;
}
