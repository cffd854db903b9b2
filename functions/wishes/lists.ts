/** Lists of wishes: the one everybody sees, one's own, one's claims, the desk's. An index decides nothing. */
import type { Answer } from '../../shared/contracts/route.ts';
import type { wishes } from '../../shared/contracts/wishes.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { claimerOf, readWish } from './read-wish.ts';
import { claimsOf, deskOf, listOf, wishesOfResident, wishOf } from './rows.ts';
import { nameOf, showClaimed, showListed, showOpened, showOwn, showQueued } from './show.ts';

type List = (typeof wishes)['GET /api/wishes'];
type Mine = (typeof wishes)['GET /api/me/wishes'];
type Claims = (typeof wishes)['GET /api/me/claims'];
type Desk = (typeof wishes)['GET /api/wish-desk'];
type Open = (typeof wishes)['GET /api/wishes/{wish}'];

export async function listWishes({ who, query }: Ask<List>, tools: Tools): Promise<Answer<List>> {
  const { items, next } = await pageOf(tools, listOf(who.district), query);
  return { items: items.map((item) => showListed(who, wishOf(item))), next };
}

export async function listMine({ who, query }: Ask<Mine>, tools: Tools): Promise<Answer<Mine>> {
  const { items, next } = await pageOf(tools, wishesOfResident(who.district, who.account), query);
  return { items: items.map((item) => showOwn(who, wishOf(item))), next };
}

export async function listClaims({ who, query }: Ask<Claims>, tools: Tools): Promise<Answer<Claims>> {
  const { items, next } = await pageOf(tools, claimsOf(who.district, claimerOf(who)), query);
  return { items: items.map((item) => showClaimed(who, wishOf(item))), next };
}

export async function listDesk({ who, query, now }: Ask<Desk>, tools: Tools): Promise<Answer<Desk>> {
  if (!who.units.covers(who.post.unit, query.unit)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, deskOf(who.district, query.unit, query.lane), query);
  const shown = items.map(wishOf).map(async (wish) => {
    const claimer = wish.claimer && (await nameOf(tools, who.district, wish.claimer));
    return showQueued(who, wish, now, claimer);
  });
  return { items: await Promise.all(shown), next };
}

export async function openWish({ who, params, now }: Ask<Open>, tools: Tools): Promise<Answer<Open>> {
  return showOpened(tools, who, await readWish(tools, who, params.wish), now);
}
