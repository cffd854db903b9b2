/** The school fair: a list per class that can be printed with codes, and afterwards a batch of hand-overs. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { stock } from '../../shared/contracts/stock.ts';
import { problems } from '../../shared/problems.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { handOverWrites, readOwed } from './hand-over.ts';
import { openRedemptionsAt, redemptionOf } from './redemption-rows.ts';
import { pickUpFor } from './show-pick-up.ts';
import { readWhom } from './whom.ts';

type List = (typeof stock)['GET /api/fair'];
type HandOver = (typeof stock)['POST /api/pick-ups/hand-over'];

/** One redemption changes seldom: more lost races than this are overload, not chance. */
const attemptsMax = 5;

export async function listFair({ who, query, now }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { items, next } = await pageOf(tools, openRedemptionsAt(who.district, who.post.scope), query);
  const open = items.flatMap((item) => redemptionOf(item) ?? []);
  const whom = await readWhom(tools, who.district, open, now);
  return { items: open.map((one) => ({ ...pickUpFor(one, whom(one)), code: one.code })), next };
}

/** Each for itself, a result for each. What was handed over before is done: the call may be repeated. */
export async function handOverBatch(ask: Ask<HandOver>, tools: Tools): Promise<Answer<HandOver>> {
  const owed = new Map(ask.body.redemptions.map((one) => [one.redemption, one]));
  return { items: await Promise.all([...owed.values()].map((one) => resultOf(ask, tools, one))) };
}

async function resultOf(ask: Ask<HandOver>, tools: Tools, owed: { redemption: string; code: string }) {
  try {
    await handOverOne(ask, tools, owed);
    return { id: owed.redemption, outcome: 'done' };
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal;
    return { id: owed.redemption, outcome: refusal.code, title: problems[refusal.code].title };
  }
}

async function handOverOne({ who, now }: Ask<HandOver>, tools: Tools, owed: { redemption: string; code: string }) {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const redemption = await readOwed(tools, who, owed);
    if (redemption.state === 'handed_over') return;
    if (redemption.state !== 'reserved') throw new Problem('redemption_not_open');
    const writes = await handOverWrites(tools, who.district, redemption, { by: who.person, at: now });
    if ((await tools.store.transact(`FAIR#${redemption.id}#${tools.newId(now)}`, writes)).done) return;
  }
  throw new Problem('busy', { retryAfter: 1 });
}
