/** A district in which pupils have served and may redeem, on a ground of the test's choice. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { issueVolunteerCode } from '../../functions/access/index.ts';
import { loadKeys } from '../../functions/platform/identity/keys.ts';
import { makeVault } from '../../functions/platform/identity/vault.ts';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { makeWorld, type World } from '../harness.ts';
import { approveAll, confirmAll, dayMs, hourMs, openSquad, setRule, shiftAsk } from '../hours/squad.ts';
import { openDistrict } from '../teams/school.ts';

/** Points that everybody has earned. */
export const price = 10;
export const pin = '492715';
export const password = 'Spring wind over the river 7';

export interface LivedIn {
  readonly district: string;
  readonly unit: string;
  readonly school: string;
  readonly desk: string;
  readonly item: string;
  readonly administrator: string;
  readonly pupils: readonly { readonly id: string; readonly number: string }[];
}

/** Ten in the morning in Shanghai, some days before a time. */
const morningBefore = (now: number, days: number) => now - days * dayMs - ((now + 8 * hourMs) % dayMs) + 10 * hourMs;

/** @param now the real time: the world lives some days before it */
export async function liveIn(world: World, now: number, count = 6): Promise<LivedIn> {
  world.now = morningBefore(now, 4);
  const district = await openDistrict(world);
  const { administrator, east, id } = district;
  const squad = await openSquad({ members: count, district });
  await setRule(squad, 'publicity_working_days', 0);
  await setRule(squad, 'open_redemptions_max', 10);
  await setRule(squad, 'same_item_days', 0);
  const body = shiftAsk({ from: world.now - 3 * hourMs }, squad.members);
  const { shift } = await squad.leader.must('POST /api/shifts', { body });
  await confirmAll(squad, shift.id);
  await approveAll(squad, shift.id);
  await world.settle();
  const made = { unit: id, name: '橡皮', kind: 'stationery', price } as const;
  const { id: item } = await administrator.must('POST /api/items', { body: made });
  const stocked = { desk: east.desk, change: 5000, reason: '学期初进货' };
  await administrator.must('POST /api/items/{item}/stock', { params: { item }, body: stocked });
  const pupils = await Promise.all(squad.members.map((volunteer, at) => activate(world, id, east, volunteer, at)));
  await world.settle();
  return { district: id, unit: id, school: east.code, desk: east.desk, item, administrator: loginOf(world), pupils };
}

/** As `openDistrict` names its administrator. */
const loginOf = (world: World) => `admin-${world.now}-${'青桥区'.codePointAt(0)}`;

async function activate(
  world: World,
  district: string,
  school: { unit: string; code: string },
  id: string,
  at: number,
) {
  const number = `2099${String(at).padStart(4, '0')}`;
  const asked = { district, volunteer: id, school: school.unit, schoolCode: school.code, number, now: world.now };
  const { code, writes } = issueVolunteerCode(world.tools, asked);
  await world.tools.store.transact(`CARD#${id}`, writes);
  const { ok } = await world.client().ask('POST /api/activations', { body: { code, pin } });
  assert(ok);
  return { id, number };
}

/** A data folder as a single server has it: its store, its keys. */
export async function worldOn(dataDir: string): Promise<World & { close(): void }> {
  const keys = await loadKeys({ file: join(dataDir, 'keys'), mayMake: true });
  const store = openEmbedded(dataDir);
  return Object.assign(makeWorld(undefined, { store, vault: makeVault(keys) }), { close: () => store.close() });
}
