/** A phone that makes codes, and a browser that keeps every cookie it is given. */
import { Secret, TOTP } from 'otpauth';
import { type Client, makeClient } from '../../scripts/local/client.ts';
import type { World } from '../harness.ts';
import { password, type Town } from './town.ts';

/** The code that an authenticator app shows at a time, so many steps of 30 seconds from then. */
export const codeAt = (secret: string, now: number, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + steps * 30_000 });

export const prove = (client: Client, totp: string) => client.ask('POST /api/session/proof', { body: { totp } });
export const provePassword = (client: Client, password: string) =>
  client.ask('POST /api/session/proof', { body: { password } });

/** Signs in by password, as a new browser. */
export async function signedIn({ world }: Town, login: string) {
  const client = world.client();
  const session = await client.must('POST /api/sessions', { body: { login, password } });
  return { client, session };
}

/** Sets up a phone for whoever has just signed in. */
export async function enrolPhone(world: World, client: Client) {
  const { secret } = await client.must('POST /api/session/totp', { body: {} });
  const body = { totp: codeAt(secret, world.now) };
  const { recoveryCodes = [] } = await client.must('POST /api/session/totp/confirmation', { body });
  return { secret, recoveryCodes };
}

/** From today on administrators need codes. */
export async function wantCodes({ world, admin }: Town, from = '2026-03-02') {
  await admin.must('POST /api/rules', { body: { key: 'administrator_totp', value: 1, from } });
  return world;
}

/** A browser with a jar of cookies, as itself describes it. */
export function browser(world: World, agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)'): Client {
  const jar = new Map<string, string>();
  return makeClient(async (path, init) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await world.transport(path, {
      ...init,
      headers: { ...init.headers, 'user-agent': agent, ...(cookie && { cookie }) },
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  });
}
