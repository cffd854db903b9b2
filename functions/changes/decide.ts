/**
 * Another person decides. An approval and all that comes of it are one transaction: the record, the month, the wallet's
 * entries and the redemptions that had to go. However often it is asked and whatever is spent meanwhile, once.
 */
import type { changes } from '../../shared/contracts/changes.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { adjust, waive } from './account-effects.ts';
import { correct } from './correct.ts';
import type { Effect } from './effect.ts';
import { find, lift } from './findings/find.ts';
import { merge } from './merge/merge.ts';
import { separate } from './merge/separate.ts';
import { type Change, decision } from './rows.ts';
import { readChange, showChange } from './show.ts';
import { childrenOf, whyNot } from './who-decides.ts';

type Route = (typeof changes)['POST /api/changes/{change}/decision'];

const attemptsMax = 12;

export async function decideChange(ask: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { who, params, body, now } = ask;
  const state = body.approved ? ('approved' as const) : ('refused' as const);
  const children = await childrenOf(tools, who);
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const change = await readChange(tools, who, params.change);
    if (change.state !== 'proposed') {
      if (change.state !== state || change.decidedBy !== who.person) throw new Problem('change_decided');
      return showChange(tools, who, change, now);
    }
    const against = whyNot(who, children, change);
    if (against) throw new Problem(against);
    const done = body.approved ? await attempted(ask, tools, change) : { effect: undefined, writes: [] };
    if (!done) continue;
    const { effect, writes } = done;
    const decided = { state, answer: body.answer, effect, decidedBy: who.person, decidedAt: now };
    const outcome = await tools.store.transact(`change#${change.id}#${tools.newId(now)}`, [
      decision(change, decided),
      ...writes,
    ]);
    if (outcome.done) return showChange(tools, who, { ...change, ...decided }, now);
  }
  throw new Problem('busy', { retryAfter: 1 });
}

/**
 * A refusal counts only while nobody has decided: whoever decided the same at this moment may have brought it about.
 * @returns undefined when it has to be looked at again
 */
async function attempted(ask: Ask<Route>, tools: Tools, change: Change): Promise<Effect | undefined> {
  try {
    return await effectOf(ask, tools, change);
  } catch (error) {
    const { state } = await readChange(tools, ask.who, change.id);
    if (state === change.state) throw error;
    return undefined;
  }
}

function effectOf(ask: Ask<Route>, tools: Tools, change: Change): Promise<Effect | undefined> {
  switch (change.kind) {
    case 'correction':
      return correct(ask, tools, change);
    case 'adjustment':
      return adjust(ask, tools, change);
    case 'waiver':
      return waive(ask, tools, change);
    case 'merge':
      return merge(ask, tools, change);
    case 'separation':
      return separate(ask, tools, change);
    case 'finding':
      return find(ask, tools, change);
    case 'lifting':
      return lift(ask, tools, change);
  }
}
