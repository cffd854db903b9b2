/** Two districts with streets, each with a school and a community: where the things of the matrix stand. */
import { strict as assert } from 'node:assert';
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import type { Client } from '../../scripts/local/client.ts';
import type { World } from '../harness.ts';
import { newPerson, type Person } from './person.ts';

export const password = 'Bamboo under the early snow 4';
export const pin = '492715';

export interface Land {
  readonly world: World;
  readonly id: string;
  readonly administrator: Person;
  readonly admin: Client;
  /** Another school of the district, which pupils move from and to. */
  readonly outer: string;
  readonly outerCode: string;
}
export interface Ground {
  readonly land: Land;
  readonly street: string;
  readonly school: string;
  readonly schoolCode: string;
  readonly community: string;
}

let schools = 0;
const nextCode = () => String(700_000 + ++schools);

export async function foundLand(world: World, name: string): Promise<Land> {
  const login = `chief-${name.codePointAt(0)}`;
  const founded = await foundDistrictWithAdministrator(world.tools, {
    districtName: name,
    login,
    name: '周敏',
    now: world.now,
  });
  assert(founded);
  const administrator = await activated(world, founded.code);
  const { client: admin } = administrator;
  const id = founded.district;
  const rules = [
    ['stars_months_min', 0],
    ['same_item_days', 0],
    ['open_redemptions_max', 10],
  ] as const;
  for (const [key, value] of rules) await admin.must('POST /api/rules', { body: { key, value, from: '2026-03-02' } });
  const outerCode = nextCode();
  const outside = { kind: 'school', name: '外城学校', parent: id, code: outerCode } as const;
  const { id: outer } = await admin.must('POST /api/units', { body: outside });
  return { world, id, administrator, admin, outer, outerCode };
}

export async function openGround(land: Land, name: string): Promise<Ground> {
  const { admin, id } = land;
  const unit = async (body: Parameters<typeof admin.must<'POST /api/units'>>[1]['body']) =>
    (await admin.must('POST /api/units', { body })).id;
  const street = await unit({ kind: 'street', name: `${name}街道`, parent: id });
  const schoolCode = nextCode();
  const school = await unit({ kind: 'school', name: `${name}学校`, parent: street, code: schoolCode });
  const community = await unit({ kind: 'community', name: `${name}社区`, parent: street });
  return { land, street, school, schoolCode, community };
}

/** Sets a password or PIN with a one-time code. */
export async function activated(world: World, code: string | undefined, secret: object = { password }) {
  assert(code);
  const person = newPerson(world.transport);
  await person.client.must('POST /api/activations', { body: { code, ...secret } as { code: string; pin: string } });
  return person;
}
