/**
 * The clock's part of the inbox: what waits is looked at again when its next moment comes. A watch holds only that
 * moment; what is said then is computed from the present rows.
 */
import { type Span, workOffDue } from '../platform/store/due.ts';
import { Busy } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { momentsOf, type WatchKind } from './moments.ts';
import { notify } from './notify.ts';
import { watchAt, watchOf, watchWrite } from './rows.ts';

const attemptsMax = 12;

interface Watched {
  readonly district: string;
  readonly kind: WatchKind;
  readonly id: string;
}

/**
 * Sets the next moment after something changed. The row is written even if the moment stays, so that a clock that
 * looked before the change loses the race; a moment that the clock has yet to come to is left to it.
 */
export function keepWatch(tools: Tools, watched: Watched, now: number): Promise<boolean> {
  return move(tools, watched, async (due) => {
    if (due !== undefined && due <= now) return { due };
    return { due: await nextAfter(tools, watched, now) };
  });
}

/** Says what has come due of one thing. @returns whether anything was due */
function remind(tools: Tools, watched: Watched, now: number): Promise<boolean> {
  const { district, kind, id } = watched;
  return move(tools, watched, async (due) => {
    if (due === undefined || due > now) return undefined;
    const come = (await momentsOf[kind](tools, district, id, now)).filter(({ at }) => at >= due && at <= now);
    for (const happening of come) await notify(tools, happening, now);
    return { due: await nextAfter(tools, watched, now) };
  });
}

async function nextAfter(tools: Tools, { district, kind, id }: Watched, now: number): Promise<number | undefined> {
  const moments = await momentsOf[kind](tools, district, id, now);
  const later = moments.map(({ at }) => at).filter((at) => at > now);
  return later.length > 0 ? Math.min(...later) : undefined;
}

type Decide = (due: number | undefined) => Promise<{ due: number | undefined } | undefined>;

async function move(tools: Tools, { district, kind, id }: Watched, decide: Decide): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const [item] = await tools.store.get([watchAt(district, kind, id)]);
    const before = watchOf(item);
    const decided = await decide(before.due);
    if (!decided) return false;
    const write = watchWrite([district, kind, id], before, decided.due);
    if ((await tools.store.transact(`watch#${kind}#${id}#${before.ver}#${attempt}`, [write])).done) return true;
  }
  throw new Busy('A watch changed under every attempt to move it');
}

/** @returns things that were spoken of, because their moment has come */
export const remindDue = (tools: Tools, { since, now }: Span): Promise<number> =>
  workOffDue(tools.store, 'Notices', { since, now }, async ([district = '', kind = '', id = '']) =>
    Number(await remind(tools, { district, kind: kind as WatchKind, id }, now)),
  );
