/** A wish as each sees it: strangers by a pseudonym, the desk in full. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { wishes } from '../../shared/contracts/wishes.ts';
import { mayMoveWish } from '../../shared/rules/wish-states.ts';
import { staffNames } from '../access/index.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { readTeams } from '../teams/index.ts';
import { readPeople } from '../volunteers/index.ts';
import { claimerOf } from './read-wish.ts';
import { type Claimer, laneOf, openWisher, type Wish } from './rows.ts';

type Contracts = typeof wishes;
export type Listed = Answer<Contracts['GET /api/wishes']>['items'][number];
export type Own = Answer<Contracts['POST /api/wishes']>;
export type Claimed = Answer<Contracts['POST /api/wishes/{wish}/claim']>;
export type Opened = Answer<Contracts['GET /api/wishes/{wish}']>;
type Queued = Answer<Contracts['GET /api/wish-desk']>['items'][number];

const isoOr = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

export function showListed(who: Who, wish: Wish): Listed {
  const { id, state, pseudonym = '', unit, item, yuan, story, ageBand, dueAt, thanks } = wish;
  const unitName = who.units.get(unit)?.name ?? '';
  return {
    ...{ id, state, pseudonym, unitName, item, yuan, story, ageBand },
    until: isoOr(dueAt),
    thanks: thanks && [...thanks],
  };
}

export const showOwn = (who: Who, wish: Wish): Own => ({
  ...showListed(who, wish),
  reason: wish.reason,
  mayWithdraw: mayMoveWish('withdraw', wish.state),
});

export const showClaimed = (who: Who, wish: Wish): Claimed => ({
  ...showListed(who, wish),
  mine: wish.claimer?.id === claimerOf(who),
  mayRelease: mayMoveWish('release', wish.state),
  delivered: wish.shift !== undefined,
});

export function showQueued(who: Who, wish: Wish, now: number, claimer?: string): Queued {
  const { unit, dueAt } = wish;
  return { ...showListed(who, wish), lane: laneOf(wish), unit, late: dueAt !== undefined && dueAt < now, claimer };
}

export async function showOpened(tools: Tools, who: Who, wish: Wish, now: number): Promise<Opened> {
  const { reason, proof, proofNote, photo, claimer } = wish;
  return {
    ...showQueued(who, wish, now, claimer && (await nameOf(tools, wish.district, claimer))),
    contact: openWisher(tools.vault, wish),
    ...{ reason, proof, proofNote },
    photo: photo && `/api/wishes/${wish.id}/photo?${photo.hash.slice(0, 12)}`,
  };
}

/** Whom to thank and to remind; the wisher never learns it. */
export async function nameOf(tools: Tools, district: string, claimer: Claimer): Promise<string> {
  if (claimer.kind === 'company') return claimer.name;
  if (claimer.kind === 'team') return (await readTeams(tools, district, [claimer.id]))[0]?.name ?? '';
  const [person] = await readPeople(tools, district, [claimer.id]);
  return person?.name ?? (await staffNames(tools, district, [claimer.id])).get(claimer.id) ?? '';
}
