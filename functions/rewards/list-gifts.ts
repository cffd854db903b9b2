/** My star gifts; and, at a desk, the gifts of a school's pupils that wait to be claimed, class by class. */
import type { gifts } from '../../shared/contracts/gifts.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import type { Ask } from '../platform/ask.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { iso } from '../platform/instant.ts';
import { Problem } from '../platform/problem.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { type Gift, giftId, giftOf, giftsOf, openGiftsOf } from './star-rows.ts';
import { readWhom } from './whom.ts';

type Mine = (typeof gifts)['GET /api/me/gifts'];
type Open = (typeof gifts)['GET /api/gifts'];

const isGift = (gift: Gift | undefined) => gift !== undefined;

export async function listMyGifts({ who, now }: Ask<Mine>, tools: Tools): Promise<Answer<Mine>> {
  const found = (await readAll(tools.store, giftsOf(who.district, subjectOf(who)))).map(giftOf).filter(isGift);
  const items = found.map((gift) => {
    const { scheme, level, at, until, redemption } = gift;
    const state = gift.state === 'open' && until < now ? ('expired' as const) : gift.state;
    return { id: giftId(gift), scheme, level, state, at: iso(at), until: iso(until), redemption };
  });
  return { items };
}

export async function listOpenGifts({ who, query, now }: Ask<Open>, tools: Tools): Promise<Answer<Open>> {
  const { district, units, post } = who;
  const school = query.school ?? post.unit;
  if (!units.covers(post.unit, school)) throw new Problem('not_found');
  const { items, next } = await pageOf(tools, openGiftsOf(district, school), query);
  const open = items
    .map(giftOf)
    .filter(isGift)
    .filter(({ until }) => until >= now);
  const whom = await readWhom(tools, district, open, now);
  return {
    items: open.map((gift) => {
      const { wallet, scheme, level, until } = gift;
      return {
        id: giftId(gift),
        scheme,
        level,
        volunteer: wallet,
        ...whom(gift),
        until: iso(until),
      };
    }),
    next,
  };
}
