/**
 * How often a secret may be tried. A stranger's failures never keep out whoever signs in on a device that is known:
 * it has tries of its own. For all others: five in a row for one login, sixty for one class, 300 from one address.
 */
import { minuteMs } from '../../shared/rules/durations.ts';
import { deviceHash } from '../platform/identity/device-token.ts';
import { takeTry } from '../platform/identity/limiter.ts';
import { Problem } from '../platform/problem.ts';
import type { Item, Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { deviceAt, type TriesOf, triesAt } from './rows.ts';

const budgets = {
  /** A school is one address: a whole class signs in at once. */
  address: { burst: 300, intervalMs: 1000 },
  /**
   * One class from one address, so that nobody walks through classmates' PINs; who succeeds costs nothing. Later tries
   * are slowed and not stopped, and those of the class elsewhere are not touched.
   */
  class: { burst: 60, intervalMs: 5000 },
  /** After five failures one try a minute: 1,440 a day of a million PINs. */
  login: { burst: 5, intervalMs: minuteMs },
  device: { burst: 10, intervalMs: minuteMs },
  proof: { burst: 5, intervalMs: minuteMs },
} as const satisfies Record<TriesOf, { burst: number; intervalMs: number }>;

interface SignInTry {
  readonly login: string;
  readonly address: string;
  /** What the device carries. */
  readonly device?: string;
  /** Names a pupil's class. */
  readonly group?: string;
}
interface Tried {
  /** The row of a known device. */
  readonly known?: Item;
  /** For whoever proves the secret: gives back what the try took. */
  readonly forget: readonly Write[];
}

/** Taken before the secret is checked: a guess that has been checked cannot be unchecked. */
export async function takeSignInTry(tools: Tools, asked: SignInTry, now: number): Promise<Tried> {
  const { login, address, group } = asked;
  const hash = deviceHash(asked.device);
  const [known] = hash === undefined ? [] : await tools.store.get([deviceAt(login, hash)]);
  if (known && now < Number(known.until)) {
    const key = `${login}#${hash}`;
    await take(tools, 'device', key, now);
    return { known, forget: [forgetTries('device', key)] };
  }
  await takeAddressTry(tools, address, now);
  const key = group === undefined ? undefined : tools.vault.blindIndex('class', `${address}|${group}`);
  if (key !== undefined) await take(tools, 'class', key, now);
  await take(tools, 'login', login, now);
  const own = forgetTries('login', login);
  if (key === undefined) return { forget: [own] };
  const add = { idleAt: -budgets.class.intervalMs };
  return { forget: [own, { ...triesAt('class', key), update: { add } }] };
}

export const takeAddressTry = (tools: Tools, address: string, now: number): Promise<void> =>
  take(tools, 'address', tools.vault.blindIndex('address', address), now);
export const takeLoginTry = (tools: Tools, login: string, now: number): Promise<void> =>
  take(tools, 'login', login, now);
/** Of somebody who is signed in and proves it once more. */
export const takeProofTry = (tools: Tools, login: string, now: number): Promise<void> =>
  take(tools, 'proof', login, now);

/** Gives back the whole budget of a login, or of what else the key names. */
export const forgetTries = (kind: Exclude<TriesOf, 'address' | 'class'>, key: string): Write => ({
  ...triesAt(kind, key),
  remove: true,
});

async function take(tools: Tools, kind: TriesOf, key: string, now: number): Promise<void> {
  const retryAfter = await takeTry(tools.store, triesAt(kind, key), { ...budgets[kind], now }, tools.newId(now));
  if (retryAfter > 0) throw new Problem('sign_in_paused', { retryAfter });
}
