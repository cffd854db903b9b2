/**
 * What a code at this desk stands for: who and what, or when it was used. After five wrong codes an
 * account waits a minute for each further one, so that nobody finds a code by trying; others at the desk do not wait.
 */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { minuteMs } from '../../shared/rules/durations.ts';
import { showInvited as showStaff } from '../access/index.ts';
import type { Ask } from '../platform/ask.ts';
import { admit, takeTry } from '../platform/identity/limiter.ts';
import type { Who } from '../platform/identity/who.ts';
import { log } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readSerial } from './give-voucher.ts';
import { pickUpAt, pickUpOf, type Redemption, wrongCodesAt } from './redemption-rows.ts';
import { readRedemption, showTimes } from './show-redemption.ts';
import { readWhom, type Whom } from './whom.ts';

type Route = (typeof rewards)['GET /api/pick-ups/{code}'];
type ShownPickUp = Answer<Route>;

/** Enough of a card's number to pick the right card, and no more. */
const endingCharacters = 4;
const wrongCodes = { burst: 5, intervalMs: minuteMs };

export async function findPickUp({ who, params, now }: Ask<Route>, tools: Tools): Promise<ShownPickUp> {
  const { district, post, account } = who;
  const budget = { now, ...wrongCodes };
  const wrongCodesHere = wrongCodesAt(district, post.scope, account);
  const [pickUpRow, wrongCodesRow] = await tools.store.get([
    pickUpAt(district, post.scope, params.code),
    wrongCodesHere,
  ]);
  const admission = admit(wrongCodesRow, budget);
  if (!admission.allowed) throw new Problem('sign_in_paused', { retryAfter: admission.retryAfterSeconds });
  const pickUp = pickUpOf(pickUpRow);
  if (pickUp)
    return showPickUp(tools, who, await readRedemption(tools, district, pickUp.wallet, pickUp.redemption), now);
  log('wrong pick-up code', { district, account });
  const retryAfter = await takeTry(tools.store, wrongCodesHere, budget, `WRONG#${post.scope}#${tools.newId(now)}`);
  throw retryAfter > 0 ? new Problem('sign_in_paused', { retryAfter }) : new Problem('not_found');
}

/** What a desk has just closed, named by `closedName`. */
export async function showClosed(
  { who, now }: { readonly who: Who; readonly now: number },
  tools: Tools,
  name: string,
) {
  const [wallet = '', id = ''] = name.split('#');
  return showPickUp(tools, who, await readRedemption(tools, who.district, wallet, id), now);
}
/** What a desk's story remembers as its result. */
export const closedName = ({ wallet, id }: Redemption): string => `${wallet}#${id}`;

/** One redemption in full: with who handed it over or cancelled it, if somebody at the desk did. */
async function showPickUp(tools: Tools, who: Who, redemption: Redemption, now: number): Promise<ShownPickUp> {
  const { exchanged: change } = redemption;
  const [whom, closedBy, exchangedBy, serial] = await Promise.all([
    readWhom(tools, who.district, [redemption], now),
    redemption.state === 'handed_over' || redemption.reason
      ? showStaff(tools, who, String(redemption.closedBy))
      : undefined,
    change && showStaff(tools, who, change.by),
    readSerial(tools, who.district, redemption),
  ]);
  const voucherEnding = serial?.slice(-endingCharacters);
  const exchanged = change && showExchanged(change, exchangedBy?.name);
  return { ...pickUpFor(redemption, whom(redemption)), closedBy: closedBy?.name, exchanged, voucherEnding };
}

export const showExchanged = ({ at, reason }: NonNullable<Redemption['exchanged']>, by = '') => ({
  at: new Date(at).toISOString(),
  reason,
  by,
});

export function pickUpFor(redemption: Redemption, whom: Whom): ShownPickUp {
  const { id, item, name, price, state, pickUpUntil, closedAt, reason, gift, slot, voucher } = redemption;
  return {
    id,
    item,
    name,
    price,
    state,
    ...whom,
    pickUpUntil: new Date(pickUpUntil).toISOString(),
    closedAt: closedAt === undefined ? undefined : new Date(closedAt).toISOString(),
    reason,
    gift,
    card: voucher !== undefined,
    slot: slot && showTimes(slot),
  };
}
