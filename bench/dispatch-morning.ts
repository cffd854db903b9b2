/** The district of the dispatch bench: streets and communities, teams with people, and the morning's orders. */
import { ordersCapability, teamOrdersCapability } from '../functions/orders/index.ts';
import { candidateOf, profilesOf, profileWrite, releaseWrite } from '../functions/orders/profile-rows.ts';
import { seal } from '../functions/orders/read-order.ts';
import { type Order, orderAt, orderOf, orderWrite } from '../functions/orders/rows.ts';
import type { Ask } from '../functions/platform/ask.ts';
import { runStory } from '../functions/platform/http/run-story.ts';
import type { Who } from '../functions/platform/identity/who.ts';
import { memoryStore } from '../functions/platform/store/embedded/index.ts';
import type { Write } from '../functions/platform/store/port.ts';
import { readAll } from '../functions/platform/store/read-all.ts';
import type { Tools } from '../functions/platform/tools.ts';
import { joiningWrite } from '../functions/teams/rows.ts';
import type { Role } from '../shared/roles.ts';
import { metresBetween, type Slot, type Spot } from '../shared/rules/dispatch.ts';
import { defaultMenu, type Skill, skills } from '../shared/rules/service-menu.ts';
import { type Unit, unitTree } from '../shared/rules/units.ts';
import { toolsOn } from './one-district.ts';

const teamsCount = 384;
const volunteersCount = 70_000;
const ordersCount = 1_000;
const streetsCount = 8;
const communitiesPerStreet = 6;
/** Monday, 2 March 2026, 8:00 to 12:00 in Shanghai. */
const begin = Date.parse('2026-03-02T00:00:00Z');
const morningMs = 4 * 3_600_000;
const district = 'bench-district';
const [south, west] = [27.2, 111.4];
/** About twelve kilometres. */
const spanDegrees = 0.12;

export interface Team {
  readonly id: string;
  readonly unit: string;
  readonly skills: readonly Skill[];
  readonly slots: readonly Slot[];
  readonly loadMax: number;
  readonly spot: Spot;
}
export interface Arrival {
  readonly at: number;
  readonly order: string;
  readonly skill: Skill;
  readonly minutes: number;
  metresTo(team: Team): number;
  /** How long this team takes to answer this order. */
  answerMinutes(team: Team): number;
}
export type Morning = Awaited<ReturnType<typeof openMorning>>;

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function loadOrders() {
  const [desk, team] = [await ordersCapability.load(), await teamOrdersCapability.load()];
  return { routes: { ...desk.routes, ...team.routes }, stories: { ...desk.stories, ...team.stories } };
}

export async function openMorning() {
  const random = seeded(1);
  const store = memoryStore({ now: () => begin });
  const tools = toolsOn(store);
  const units = unitsOf();
  const tree = unitTree(units);
  const communities = units.filter(({ kind }) => kind === 'community');
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const spotOf = (): Spot => ({
    latitude: thousandth(south + random() * spanDegrees),
    longitude: thousandth(west + random() * spanDegrees),
  });
  const teams = Array.from({ length: teamsCount }, (): Team => {
    const able = new Set([pick(skills), pick(skills), pick(skills)]);
    const slots: Slot[] = random() < 0.6 ? ['1-morning', '3-afternoon'] : ['2-evening', '6-morning'];
    const loadMax = 2 + Math.floor(random() * 3);
    return { id: tools.newId(begin), unit: pick(communities).id, skills: [...able], slots, loadMax, spot: spotOf() };
  });
  await enter(tools, teams);
  const whoIs = (role: Role, scope: string, unit: string): Who => ({
    ...{ district, account: `${role}-${scope}`, person: `${role}-${scope}`, session: 'bench' },
    post: { id: `${role}-${scope}`, role, scope, unit },
    units: tree,
  });
  const arrivals: Arrival[] = [];
  for (let count = 0; count < ordersCount; count++) {
    const at = begin + Math.floor((count / ordersCount) * morningMs);
    arrivals.push(await arrive(tools, { at, unit: pick(communities).id, spot: spotOf(), kind: pick(kinds), random }));
  }
  const { routes, stories } = await loadOrders();
  const ask = (who: Who, params: object, body: object, now: number) =>
    ({ who, params, query: undefined, body, now, key: crypto.randomUUID() }) as unknown as Ask;
  const byId = new Map(teams.map((team) => [team.id, team]));
  return {
    tools,
    teams,
    arrivals,
    stories,
    routes,
    ask,
    desk: whoIs('district_admin', district, district),
    async askedFor(order: string): Promise<Team[]> {
      const [item] = await store.get([orderAt(district, order)]);
      const asked = item ? orderOf(item).offers : [];
      return asked.flatMap((id) => byId.get(id) ?? []);
    },
    async accept(team: Team, order: string, now: number): Promise<void> {
      const route = 'POST /api/orders/{order}/acceptance';
      const leader = whoIs('leader', team.id, team.unit);
      await runStory(route, routes[route], stories[route], ask(leader, { order }, {}, now), tools);
    },
    async free(team: string, order: string): Promise<void> {
      await store.transact(`free#${order}`, [releaseWrite(district, team, order)]);
    },
    async teamsOverLoad(): Promise<number> {
      const rows = await readAll(store, profilesOf(district));
      return rows.map((row) => candidateOf(row, begin)).filter(({ load, loadMax }) => load > loadMax).length;
    },
  };
}

const thousandth = (degrees: number) => Math.round(degrees * 1000) / 1000;
const kinds = Object.keys(defaultMenu);

function unitsOf(): Unit[] {
  const streets = Array.from({ length: streetsCount }, (_, at) => `street-${at}`);
  return [
    { id: district, kind: 'district', name: '示范区' },
    ...streets.map((id): Unit => ({ id, kind: 'street', name: id, parent: district })),
    ...streets.flatMap((parent) =>
      Array.from(
        { length: communitiesPerStreet },
        (_, at): Unit => ({ id: `${parent}-${at}`, kind: 'community', name: parent, parent }),
      ),
    ),
  ];
}

/** What teams can do, and their people. */
async function enter(tools: Tools, teams: readonly Team[]): Promise<void> {
  const writes: Write[] = teams.map((team) => profileWrite(district, team, { takes: true, ...team }));
  for (let count = 0; count < volunteersCount; count++) {
    const team = teams[count % teams.length];
    if (team) writes.push(joiningWrite(district, team.id, tools.newId(begin), begin));
  }
  for (let at = 0; at < writes.length; at += 100) await tools.store.transact(`enter#${at}`, writes.slice(at, at + 100));
}

interface Coming {
  readonly at: number;
  readonly unit: string;
  readonly spot: Spot;
  readonly kind: string;
  random(): number;
}

async function arrive(tools: Tools, { at, unit, spot, kind, random }: Coming): Promise<Arrival> {
  const { title, skill, minutes, days, riskLevel, homeVisit } = defaultMenu[kind] ?? kindMissing(kind);
  const named = { district, id: tools.newId(at) };
  const whom = { name: '李奶奶', phone: '13800000000', address: '8 号', risk: '无', code: '0000', spot };
  const order: Order = {
    ...named,
    ...{ rev: 0, state: 'placed', unit, kind, title, skill, minutes, days, riskLevel, homeVisit, urgent: false },
    ...{ from: at + 2 * 3_600_000, to: at + 4 * 3_600_000, phrases: [], channel: 'phone', placedAt: at },
    ...{ placedBy: 'bench', steps: [], offers: [], except: [], members: [] },
    sealed: seal(tools, named, whom),
  };
  await tools.store.transact(`order#${order.id}`, [orderWrite(order, 0)]);
  const answers = new Map<string, number>();
  return {
    at,
    order: order.id,
    skill,
    minutes,
    metresTo: (team) => metresBetween(spot, team.spot),
    answerMinutes(team) {
      const known = answers.get(team.id);
      // Who is free that morning looks soon, the others when they have a break.
      const drawn = known ?? (team.slots.includes('1-morning') ? 2 + random() * 28 : 30 + random() * 120);
      answers.set(team.id, drawn);
      return drawn;
    },
  };
}

function kindMissing(kind: string): never {
  throw new Error(`No kind ${kind} is on the menu`);
}
