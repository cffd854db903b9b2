/** Founds the district of the histories by its slices' own rows, and the tools that its stories are handed. */
import { ulid } from 'ulid';
import { rulesAt, rulesWrite, schoolCodeAt, unitsWrite } from '../../functions/district/rows.ts';
import { personRef, showPublicityLink } from '../../functions/hours/publicity-link.ts';
import type { Ask } from '../../functions/platform/ask.ts';
import { makeVault, type Vault } from '../../functions/platform/identity/vault.ts';
import type { Post, Who } from '../../functions/platform/identity/who.ts';
import type { Store, Write } from '../../functions/platform/store/port.ts';
import type { Tools } from '../../functions/platform/tools.ts';
import { volunteerAt, volunteerRow } from '../../functions/volunteers/rows.ts';
import type { objections } from '../../shared/contracts/objections.ts';
import { type Unit, unitTree } from '../../shared/rules/units.ts';
import { classOf, listWrites, type Placed, personalOf } from './classes.ts';
import type { Rule } from './district-rules.ts';
import { accountsOf, accountWrite, teamWrites } from './founding-people.ts';
import { deskWrite, itemWrites, serviceWrites } from './founding-shop.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** The second goes to a class that finishes its stage a year before the first one's. */
const pupilCount = 6;
const entryYears = [2023, 2022];
const twinCount = 2;
const hourMs = 3_600_000;
/** A day after this the last pupil but one was registered: the months that stars want end in the history's days. */
const monthsBefore = (start: number) => new Date(start).setUTCMonth(new Date(start).getUTCMonth() - 3);
const written = { by: 'founding', at: 0 };
const itemCount = 3;

/** What stories may touch, over a store of one's choice. */
export type MakeTools = (store: Store) => Tools;
export function toolMaker(random: Random): MakeTools {
  const key = random.bytes(32);
  const vault = openingOnce(
    makeVault({ personal: key, index: key, signing: key, pepper: key }, { randomBytes: random.bytes }),
  );
  const files = { put: async () => {}, get: async () => undefined };
  return (store) => ({ store, vault, files, newId: (now) => ulid(now, random.unit), randomBytes: random.bytes });
}

export async function foundWorld(
  tools: Tools,
  random: Random,
  rules: readonly Rule[],
  now: number,
  start = now,
): Promise<World> {
  const newId = () => tools.newId(now);
  const district = newId();
  const root: Unit = { id: newId(), kind: 'district', name: '青桥区' };
  const school: Unit = { id: newId(), kind: 'school', name: '青桥小学', parent: root.id, code: '330101' };
  const other: Unit = { id: newId(), kind: 'school', name: '白石小学', parent: root.id, code: '330102' };
  const units = unitTree([root, school, other]);
  const teams = [newId(), newId()];
  const desks = [newId(), newId()];
  const items = Array.from({ length: itemCount }, newId);
  const giftItems = [newId(), newId()];
  const person = (role: Post['role'], scope: string, id = newId()): Who => {
    const unit = scope === root.id || scope === other.id ? scope : school.id;
    const post = { id: `${role}-${scope}`, role, scope, unit };
    return { district, account: id, person: id, post, units, session: '' };
  };
  const lateId = tools.newId(monthsBefore(start) + random.between(24, 54) * hourMs);
  const pupils = Array.from({ length: pupilCount }, (_, at) =>
    person('volunteer', school.id, at === pupilCount - 2 ? lateId : undefined),
  );
  const twins = Array.from({ length: twinCount }, () => person('volunteer', school.id));
  const placed = [...pupils, ...twins].map((who, at): Placed => {
    const entryYear = entryYears[at];
    return { who, stage: entryYear ? 'junior' : 'primary', entryYear: entryYear ?? 2023 };
  });
  const [first, second] = teams as [string, string];
  const teacher = person('leader', second);
  const administrator = person('district_admin', root.id);
  const asked = { who: administrator, query: { unit: school.id }, now: start } as Ask<
    (typeof objections)['GET /api/publicity-link']
  >;
  const { link } = await showPublicityLink(asked, tools);
  const world: World = {
    district,
    pupils,
    twins,
    juniors: new Set(placed.filter(({ stage }) => stage === 'junior').map(({ who }) => who.person)),
    // The second leads a team that he is a member of, the third also approves.
    leaders: [person('leader', first), person('leader', first, pupils[0]?.person), teacher],
    approvers: [person('approver', school.id), person('approver', school.id, teacher.person), administrator],
    desks: desks.map((desk) => person('desk', desk)),
    administrator,
    head: person('unit_admin', school.id),
    otherHead: person('unit_admin', other.id),
    // One of them teaches, and approves.
    guardians: pupils.map(({ person: pupil }, at) => person('guardian', pupil, at === 1 ? teacher.person : newId())),
    items,
    giftItems,
    voucherItems: [items.at(-1) as string, giftItems.at(-1) as string],
    services: [0, 0, 10].map((price) => ({ id: newId(), price })),
    link,
    refOf: (shift, volunteer) => personRef(tools, shift, volunteer),
  };
  const groups = [
    [
      unitsWrite(district, { ver: 0, units: [root, school, other] }),
      ...[school, other].map(({ id, code = '' }) => ({ ...schoolCodeAt(code), put: { v: 1, district, unit: id } })),
      rulesWrite(rulesAt(district), {
        ver: 0,
        versions: rules.map(([key, value, from]) => ({ key, value, from, ...written })),
      }),
      ...desks.map((desk) => deskWrite(district, school, desk)),
    ],
    [
      rulesWrite(rulesAt(district), {
        ver: 0,
        versions: rules.map(([key, value, from]) => ({ key, value, from, by: 'found', at: now })),
      }),
    ],
    accountsOf(world).map(([who, posts]) => accountWrite(tools, who, posts)),
    placed.map((one) => pupilWrite(tools, one.who, school.id, one.stage, one.entryYear)),
    listWrites(tools, school.id, placed),
    ...teams.map((team) => teamWrites(world, units, school.id, team, now)),
    ...items.map((item, at) => itemWrites(world, { units, item, price: 10 * (at + 1) }, random, now)),
    ...giftItems.map((item, at) => itemWrites(world, { units, item, price: 0, levelMin: at + 1 }, random, now)),
    ...world.services.map((service) => serviceWrites(district, units, service, now)),
  ];
  for (const [at, writes] of groups.entries()) await tools.store.transact(`found#${district}#${at}`, writes);
  return world;
}

export function pupilWrite(
  tools: Tools,
  who: Who,
  school: string,
  stage: 'primary' | 'junior',
  entryYear = 2023,
): Write {
  const { district, person: id } = who;
  const row = volunteerRow(district, tools.vault, {
    id,
    ver: 1,
    school,
    class: classOf(school, { stage, entryYear }),
    personal: personalOf(who, stage),
    consent: { method: 'paper', textVersion: '1', signedOn: '2025-03-01', at: 0, by: 'founding' },
    status: 'active',
  });
  return { ...volunteerAt(district, id), put: row };
}

/** People's rows seldom change here: what was opened once is not deciphered a hundred thousand times more. */
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
