/**
 * Every route for every post: admitted or refused as its contract says, before anything of the request is looked at.
 */
import { describe, expect, test } from 'vitest';
import { capabilities } from '../../functions/entries/wiring/capabilities.ts';
import { createApp } from '../../functions/platform/http/app.ts';
import type { Who } from '../../functions/platform/identity/who.ts';
import { contracts } from '../../shared/contracts/index.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { type Role, roles } from '../../shared/roles.ts';
import { unitTree } from '../../shared/rules/units.ts';
import { makeWorld } from '../harness.ts';
import { everythingStored } from '../teams/school.ts';

const world = makeWorld();
const units = unitTree([{ id: 'd', kind: 'district', name: '区' }]);
const whoWith = (role: Role): Who => ({
  district: 'd',
  account: 'a',
  person: 'a',
  session: 's',
  units,
  post: { id: role, role, scope: 'd', unit: 'd' },
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
    if (admitted) expect(said).not.toBe('post_not_allowed');
    else expect(said).toBe('post_not_allowed');
    expect(await everythingStored(world)).toEqual(before);
  });
});
