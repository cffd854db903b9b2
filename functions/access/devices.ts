/** Devices on which somebody asked to be remembered: what is kept of them, and how one of them is forgotten. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { secondStep } from '../../shared/contracts/second-step.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { type DeviceKind, deviceHash, deviceKindOf, makeDeviceToken } from '../platform/identity/device-token.ts';
import { Problem } from '../platform/problem.ts';
import type { Item, Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { deviceAt, devicesOf, sessionAt } from './rows.ts';
import { readMySession } from './show-session.ts';

type List = (typeof secondStep)['GET /api/session/devices'];
type Forget = (typeof secondStep)['DELETE /api/session/devices/{device}'];

/** A device is known for so long after the last sign-in that asked for it. */
const knownMs = 180 * dayMs;
export const knownSeconds = knownMs / 1000;

interface Remembered {
  readonly district: string;
  readonly account: string;
  readonly login: string;
  /** The session that begins. */
  readonly session: string;
  readonly agent?: string;
  /** What the device carries already, and its row, where it is known. */
  readonly token?: string;
  readonly known?: Item;
  /** Whether this sign-in asks for it, which makes the time anew. */
  readonly remember?: boolean;
  readonly now: number;
}

/** Remembers a device; the session it had before ends, so that forgetting the device ends all there is. */
export function rememberDevice(tools: Tools, asked: Remembered): { token: string; writes: Write[] } {
  const { district, account, login, session, agent, known, remember, now } = asked;
  const token = known && asked.token ? asked.token : makeDeviceToken(tools.randomBytes);
  const hash = deviceHash(token);
  if (hash === undefined) throw new Error('A device token was made that cannot be read');
  const until = remember || !known ? now + knownMs : Number(known.until);
  const row = { v: 1, hash, kind: deviceKindOf(agent), at: Number(known?.at ?? now), seen: now, session, until };
  const writes: Write[] = [{ ...deviceAt(login, hash), put: { ...row, ttl: Math.ceil(until / 1000) } }];
  if (known) writes.push({ ...sessionAt(district, account, String(known.session)), remove: true });
  return { token, writes };
}

export async function listDevices({ who, now, wire }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { account } = await readMySession(tools, who);
  const rows = await readAll(tools.store, devicesOf(account.login));
  const present = deviceHash(wire.device);
  const items = rows
    .filter(({ until }) => now < Number(until))
    .map(({ hash, kind, at, seen }) => ({
      id: String(hash),
      kind: kind as DeviceKind,
      since: new Date(Number(at)).toISOString(),
      seen: new Date(Number(seen)).toISOString(),
      isThis: hash === present,
    }));
  return { items };
}

/** Forgets a device: the session on it is over at once, and it is a stranger's from now on. */
export const forgetDevice: GuardedStory<Forget> = {
  async plan({ who, params }, tools) {
    const { account } = await readMySession(tools, who);
    const target = deviceAt(account.login, params.device);
    const [row] = await tools.store.get([target]);
    if (!row) throw new Problem('not_found');
    const writes: Write[] = [
      { ...target, remove: true, when: [['pk', 'present']], or: 'not_found' },
      { ...sessionAt(who.district, account.id, String(row.session)), remove: true },
    ];
    return { result: params.device, writes, answer: { forgotten: true } };
  },
  show: async () => ({ forgotten: true }),
};
