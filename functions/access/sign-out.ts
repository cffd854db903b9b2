/** Ends the session on the server and in the browser. Signing out twice, or without a session, is no fault. */
import type { access } from '../../shared/contracts/access.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { parseSessionToken } from '../platform/identity/session-token.ts';
import type { Tools } from '../platform/tools.ts';
import { sessionAt } from './rows.ts';

type Route = (typeof access)['DELETE /api/session'];

export async function signOut({ wire }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const named = wire.token === undefined ? undefined : parseSessionToken(wire.token);
  if (named) {
    const { district, account, hash } = named;
    await tools.store.transact(`SIGNOUT#${hash}`, [{ ...sessionAt(district, account, hash), remove: true }]);
  }
  wire.setSession(undefined);
  return { signedOut: true };
}
