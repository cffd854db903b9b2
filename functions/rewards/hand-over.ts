/** Hands a reward over: once, at the desk the code belongs to, for the redemption the desk has looked at. */
import type { rewards } from '../../shared/contracts/rewards.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { giveVoucher } from './give-voucher.ts';
import { closingWrites, oneFewerOpen, pickUpAt, pickUpOf, type Redemption } from './redemption-rows.ts';
import { closedName, showClosed } from './show-pick-up.ts';
import { readRedemption } from './show-redemption.ts';
import { giftGiven } from './star-rows.ts';

type Route = (typeof rewards)['POST /api/pick-ups/{code}/hand-over'];

export const handOver: GuardedStory<Route> = {
  async plan({ who, params, body, now }, tools) {
    const redemption = await readOwed(tools, who, { code: params.code, redemption: body.redemption });
    if (redemption.state !== 'reserved') throw new Problem('redemption_not_open');
    const writes = await handOverWrites(tools, who.district, redemption, { by: who.person, at: now });
    return { result: closedName(redemption), writes };
  },
  show: showClosed,
};

interface Owed {
  readonly code: string;
  readonly redemption: string;
}

/** The redemption that a code at the asker's desk stands for. @throws not_found when it is another one than named */
export async function readOwed(tools: Tools, { district, post }: Who, { code, redemption }: Owed): Promise<Redemption> {
  const [row] = await tools.store.get([pickUpAt(district, post.scope, code)]);
  const pickUp = pickUpOf(row);
  if (pickUp?.redemption !== redemption) throw new Problem('not_found');
  return readRedemption(tools, district, pickUp.wallet, pickUp.redemption);
}

/** What handing over changes: the redemption is closed, and what it was paid with; a serial number goes with it. */
export async function handOverWrites(
  tools: Tools,
  district: string,
  redemption: Redemption,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<Write[]> {
  const { id, wallet, gift } = redemption;
  const { voucher, writes } = await giveVoucher(tools, district, redemption);
  return [
    ...closingWrites(district, redemption, { state: 'handed_over', by, at, voucher }),
    gift === undefined ? oneFewerOpen(district, wallet) : giftGiven(district, wallet, gift, id),
    ...writes,
  ];
}
