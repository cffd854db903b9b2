/**
 * Every route for every post: admitted or refused as its contract says, before anything of the request is looked at.
 */
import { strict as assert } from 'node:assert';
import { describe, expect, test } from 'vitest';
import { issueVolunteerCode, whoAsks } from '../../functions/access/index.ts';
import { capabilities } from '../../functions/entries/wiring/capabilities.ts';
import { createApp } from '../../functions/platform/http/app.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { type Role, roles, scopeOf } from '../../shared/roles.ts';
import { enrol, everythingStored, openDistrict } from '../teams/school.ts';

const district = await openDistrict();
const { world, east } = district;
const pupil = await signedInPupil();

/** Somebody whom the store knows, with a session: each post is tried on as theirs. */
async function signedInPupil(): Promise<Who> {
  const { id: volunteer, number } = await enrol(district, east);
  const card = { district: district.id, volunteer, school: east.unit, schoolCode: east.code, number, now: world.now };
  const { code, writes } = issueVolunteerCode(world.tools, card);
  await world.store.transact('card', writes);
  const { headers } = await world.client().ask('POST /api/activations', { body: { code, pin: '582047' } });
  const token = /=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  const who = await whoAsks(token, world.now, world.tools);
  assert(who);
  return who;
}

const scopes = { unit: east.unit, team: 'x', desk: east.desk, person: pupil.person };
const whoWith = (role: Role): Who => ({
  ...pupil,
  post: { id: role, role, scope: scopes[scopeOf[role]], unit: east.unit },
});
const app = createApp({ capabilities, tools: world.tools, whoAsks: async (role) => whoWith(role as Role) });

async function ask(name: string, token?: string): Promise<string> {
  const [method = '', pattern = ''] = name.split(' ');
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
    ...(token && { cookie: `__Host-timebank=${token}` }),
  };
  // A body that fits no route: whoever is admitted gets no further than the shapes.
  const body = method === 'GET' ? undefined : '[]';
  const event = { requestContext: { timeEpoch: world.now, requestId: 'r', http: { sourceIp: '::1' } } };
  const response = await app.request(pattern.replaceAll(/\{\w+\}/g, 'x'), { method, headers, body }, { event });
  if (!response.headers.get('content-type')?.includes('json')) return 'admitted';
  const { code = 'admitted' } = (await response.json()) as { code?: string };
  return code;
}

const routes = Object.entries<Route>(contracts);
const closed = routes.filter(([, { allow }]) => allow !== 'anyone');

describe('without a session', () => {
  test.each(closed)('%s asks to sign in', async (name) => {
    expect(await ask(name)).toBe('sign_in_needed');
  });
});

describe.each(roles)('%s', (role) => {
  test.each(closed)('%s', async (name, { allow }) => {
    const before = await everythingStored(world);
    const admitted = allow === 'signed_in' || allow.includes(role as never);
    const said = await ask(name, role);
    if (admitted) expect(['fault', 'sign_in_needed', 'post_not_allowed']).not.toContain(said);
    else expect(said).toBe('post_not_allowed');
    expect(await everythingStored(world)).toEqual(before);
  });
});
