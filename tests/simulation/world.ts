/** The small district that the histories happen in: who there is, what they may do, and what the shop holds. */
import { ulid } from 'ulid';
import { accountAt, accountRow, sealPersonal } from '../../functions/access/rows.ts';
import { deskAt, rulesWrite, unitsWrite } from '../../functions/district/rows.ts';
import { makeVault, type Vault } from '../../functions/platform/identity/vault.ts';
import type { Post, Who } from '../../functions/platform/identity/who.ts';
import type { Store, Write } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { creationWrites, stockChangeWrites } from '../../functions/rewards/rows.ts';
import { foundingWrites, joiningWrite } from '../../functions/teams/rows.ts';
import { volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import { type Unit, type UnitTree, unitTree } from '../../shared/rules/units.ts';
import type { Rule } from './district-rules.ts';
import type { Random } from './random.ts';

export interface World {
  readonly district: string;
  readonly pupils: readonly Who[];
  readonly leaders: readonly Who[];
  readonly approvers: readonly Who[];
  readonly desks: readonly Who[];
  readonly administrator: Who;
  /** The school's own administrator. */
  readonly head: Who;
  /** One for each pupil. */
  readonly guardians: readonly Who[];
  readonly items: readonly string[];
  /** Chosen for stars, without points. */
  readonly giftItems: readonly string[];
  /** Those that give a serial number away once some have been imported. */
  readonly voucherItems: readonly string[];
}
const pupilCount = 6;
const written = { by: 'founding', at: 0 };
const itemCount = 3;

/** What stories may touch, over a store of one's choice. */
export type MakeTools = (store: Store) => Tools;
export function toolMaker(random: Random): MakeTools {
  const key = random.bytes(32);
  const vault = openingOnce(
    makeVault({ personal: key, index: key, signing: key, pepper: key }, { randomBytes: random.bytes }),
  );
  const noFiles = () => Promise.reject(new Error('No story of the simulator has files'));
  const files = { put: noFiles, get: noFiles };
  return (store) => ({ store, vault, files, newId: (now) => ulid(now, random.unit), randomBytes: random.bytes });
}

/** Founds the district by its slices' own rows. */
export async function foundWorld(tools: Tools, random: Random, rules: readonly Rule[], now: number): Promise<World> {
  const newId = () => tools.newId(now);
  const district = newId();
  const root: Unit = { id: newId(), kind: 'district', name: '青桥区' };
  const school: Unit = { id: newId(), kind: 'school', name: '青桥小学', parent: root.id, code: '330101' };
  const units = unitTree([root, school]);
  const teams = [newId(), newId()];
  const desks = [newId(), newId()];
  const items = Array.from({ length: itemCount }, newId);
  const giftItems = [newId(), newId()];
  const person = (role: Post['role'], scope: string, id = newId()): Who => {
    const post = { id: `${role}-${scope}`, role, scope, unit: role === 'district_admin' ? root.id : school.id };
    return { district, account: id, person: id, post, units, session: '' };
  };
  const pupils = Array.from({ length: pupilCount }, () => person('volunteer', school.id));
  const [first, second] = teams as [string, string];
  const teacher = person('leader', second);
  const administrator = person('district_admin', root.id);
  const world: World = {
    district,
    pupils,
    // The second leads a team that he is a member of, the third also approves.
    leaders: [person('leader', first), person('leader', first, pupils[0]?.person), teacher],
    approvers: [person('approver', school.id), person('approver', school.id, teacher.person), administrator],
    desks: desks.map((desk) => person('desk', desk)),
    administrator,
    head: person('unit_admin', school.id),
    // One of them teaches, and approves.
    guardians: pupils.map(({ person: pupil }, at) => person('guardian', pupil, at === 1 ? teacher.person : newId())),
    items,
    giftItems,
    voucherItems: [items.at(-1) as string, giftItems.at(-1) as string],
  };
  const groups = [
    [
      unitsWrite(district, { ver: 0, units: [root, school] }),
      rulesWrite(district, { ver: 0, versions: rules.map(([key, value, from]) => ({ key, value, from, ...written })) }),
      ...desks.map((desk) => deskWrite(district, school, desk)),
    ],
    [
      rulesWrite(district, {
        ver: 0,
        versions: rules.map(([key, value, from]) => ({ key, value, from, by: 'found', at: now })),
      }),
    ],
    accountsOf(world).map(([who, posts]) => accountWrite(tools, who, posts)),
    pupils.map((who, at) => pupilWrite(tools, who, school.id, at === 0 ? 'junior' : 'primary')),
    ...teams.map((team) => teamWrites(world, units, school.id, team, now)),
    ...items.map((item, at) => itemWrites(world, { units, item, price: 10 * (at + 1) }, random, now)),
    ...giftItems.map((item, at) => itemWrites(world, { units, item, price: 0, levelMin: at + 1 }, random, now)),
  ];
  for (const [at, writes] of groups.entries()) await tools.store.transact(`found#${district}#${at}`, writes);
  return world;
}

const deskWrite = (district: string, school: Unit, id: string): Write => ({
  ...deskAt(district, id),
  put: { v: 1, id, unit: school.id, name: '积分超市', place: '教学楼一层', hours: '12:00–13:00' },
});

/** Accounts of everybody but the pupils, each with all its posts. */
function accountsOf({ leaders, approvers, desks, head, guardians }: World): [Who, Post[]][] {
  const posts = new Map<string, [Who, Post[]]>();
  for (const who of [...leaders, ...approvers, ...desks, head, ...guardians]) {
    const known = posts.get(who.account) ?? [who, []];
    posts.set(who.account, [who, [...known[1], who.post]]);
  }
  return [...posts.values()];
}

function accountWrite(tools: Tools, { district, account: id, post }: Who, posts: readonly Post[]): Write {
  const personal = sealPersonal(tools.vault, district, id, { login: id, name: '陈老师' });
  const row = { id, kind: 'staff', person: id, unit: post.unit, login: id, personal, posts, active: true } as const;
  return { ...accountAt(district, id), put: { ...accountRow(row), ver: 1 } };
}

export function pupilWrite(
  tools: Tools,
  { district, person: id }: Who,
  school: string,
  stage: 'primary' | 'junior',
): Write {
  const row = volunteerRow(district, tools.vault, {
    id,
    ver: 1,
    school,
    class: `${school}-${stage}-2023-2`,
    personal: { name: '张小明', number: id.slice(-8), birthDate: stage === 'junior' ? '2010-05-01' : '2014-05-01' },
    consent: { method: 'paper', textVersion: '1', signedOn: '2025-03-01', at: 0, by: 'founding' },
    status: 'active',
  });
  return { ...volunteerAt(district, id), put: row };
}

function teamWrites({ district, pupils }: World, units: UnitTree, unit: string, team: string, now: number): Write[] {
  const joining = pupils.map(({ person }) => joiningWrite(district, team, person, now));
  return [...foundingWrites(district, units, { id: team, unit, name: '小红帽' }), ...joining];
}

interface Offered {
  readonly units: UnitTree;
  readonly item: string;
  readonly price: number;
  /** Of a gift: the stars it is for. */
  readonly levelMin?: number;
}
function itemWrites(
  { district, desks, voucherItems }: World,
  { units, item, price, levelMin }: Offered,
  random: Random,
  now: number,
): Write[] {
  const kind = voucherItems.includes(item) ? 'film_card' : 'book';
  const gift = levelMin === undefined ? {} : { gift: { levelMin } };
  const created = { id: item, unit: units.root.id, name: '奖品', kind, price, open: true, ...gift } as const;
  const stocked = desks.map(({ post: { scope, unit } }) => {
    const change = random.between(1, levelMin === undefined ? 4 : 8);
    const why = { id: `${item}-${scope}`, change, reason: '开业', by: 'founding', at: now };
    return stockChangeWrites(district, { ...why, item, desk: { id: scope, unit } });
  });
  return [...creationWrites(district, units, created, { at: now, by: 'founding' }), ...stocked.flat()];
}

/** People's rows never change here: what was opened once is not deciphered a hundred thousand times more. */
function openingOnce(vault: Vault): Vault {
  const opened = new Map<string, { readonly bytes: Uint8Array; readonly content: unknown }>();
  return {
    ...vault,
    openPersonal(context, bytes) {
      const known = opened.get(context);
      if (known && Buffer.compare(known.bytes, bytes) === 0) return known.content;
      const content = vault.openPersonal(context, bytes);
      opened.set(context, { bytes, content });
      return content;
    },
  };
}
