import type { Route } from '../../../shared/contracts/route.ts';
import type { Ask } from '../ask.ts';
import { noteOpening } from '../audit/openings.ts';
import { requestJson, sha256 } from '../store/canonical.ts';
import { type Performed, perform } from '../store/operation.ts';
import type { Target } from '../store/port.ts';
import type { Tools } from '../tools.ts';
import type { GuardedStory, PlainStory } from './story.ts';

/**
 * Runs one story for one checked ask. The HTTP binder and the simulator both come through here, so what the simulator
 * proves is what the API does.
 */
export async function runStory(name: string, route: Route, story: unknown, ask: Ask, tools: Tools) {
  if (route.write !== 'guarded') {
    const answer = await (story as PlainStory<Route>)(ask, tools);
    if (route.opens && ask.who) await noteOpening(tools, { name, opens: route.opens }, ask.who, ask);
    return { answer, replayed: false } satisfies Performed<unknown>;
  }
  const { plan, show, guardAt } = story as GuardedStory<Route & { write: 'guarded' }>;
  const asked = ask as Ask<Route & { write: 'guarded' }>;
  return perform(tools.store, {
    guard: guardAt?.(asked) ?? guardFor(ask),
    requestHash: sha256(requestJson([ask.who?.person ?? '', name, ask.params ?? null, ask.body ?? null])),
    now: ask.now,
    plan: () => plan(asked, tools),
    show: (result) => show(asked, tools, result),
  });
}

function guardFor(ask: Ask): Target {
  const who = ask.who;
  if (!who) throw new Error('A guarded write needs somebody who asks');
  return { table: 'Guards', key: { pk: `T#${who.district}#G#${who.person}#${ask.key}`, sk: 'G' } };
}
