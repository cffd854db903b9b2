/** The community looks at a wish: it gives it a pseudonym and a place on the list, or says why not. */
import type { wishes } from '../../shared/contracts/wishes.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { reveals } from '../../shared/rules/revealing.ts';
import { readSettings } from '../district/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { mustBeModest } from './collect.ts';
import { moved, mustBeAt, readWish } from './read-wish.ts';
import { openWisher, overWrite, type Wish, wishWrite } from './rows.ts';
import { type Opened, showOpened } from './show.ts';

type Moderate = (typeof wishes)['POST /api/wishes/{wish}/moderation'];
type Review = (typeof wishes)['POST /api/wishes/{wish}/review'];
type Withdraw = (typeof wishes)['POST /api/wishes/{wish}/withdrawal'];

export const showResult = async ({ who, now }: { who: Who; now: number }, tools: Tools, id: string): Promise<Opened> =>
  showOpened(tools, who, await readWish(tools, who, id), now);

export const moderateWish: GuardedStory<Moderate> = {
  async plan({ who, params, body, now }, tools) {
    const wish = await readWish(tools, who, params.wish);
    mustBeAt(wish, 'moderate');
    if (body.decision === 'turn_down') {
      const next = moved(wish, 'turned_down', now, { reason: body.reason });
      return { result: wish.id, writes: [wishWrite(next, wish.rev), overWrite(wish)] };
    }
    const { pseudonym, item, yuan, story, ageBand } = body;
    mustBeModest(body, await readSettings(tools, who.district, shanghaiDay(now)));
    const shown = [pseudonym, item, story].join('\n');
    if (reveals(openWisher(tools.vault, wish), shown)) throw new Problem('wish_reveals');
    const said = { pseudonym, item, yuan, story, ageBand };
    return { result: wish.id, writes: [wishWrite(await listed(tools, { ...wish, ...said }, now), wish.rev)] };
  },
  show: showResult,
};

/** The wish on the list, for as long as a wish may stay there. */
async function listed(tools: Tools, wish: Wish, now: number): Promise<Wish> {
  const settings = await readSettings(tools, wish.district, shanghaiDay(now));
  const until = now + settings.wish_list_days * dayMs;
  return moved(wish, 'listed', now, { claimer: undefined, listedUntil: until, dueAt: until });
}

export const reviewWish: GuardedStory<Review> = {
  async plan({ who, params, body, now }, tools) {
    const wish = await readWish(tools, who, params.wish);
    mustBeAt(wish, 'review');
    const again = body.decision === 'list';
    const ended = { claimer: undefined, reason: body.reason, withdrawnBy: who.account };
    const next = again ? await listed(tools, wish, now) : moved(wish, 'withdrawn', now, ended);
    return { result: wish.id, writes: [wishWrite(next, wish.rev), ...(again ? [] : [overWrite(wish)])] };
  },
  show: showResult,
};

export const withdrawWish: GuardedStory<Withdraw> = {
  async plan({ who, params, now }, tools) {
    const wish = await readWish(tools, who, params.wish);
    mustBeAt(wish, 'withdraw');
    const next = moved(wish, 'withdrawn', now, { withdrawnBy: who.account });
    const writes = [wishWrite(next, wish.rev), overWrite(wish)];
    return { result: wish.id, writes, answer: { withdrawn: true } };
  },
  show: async () => ({ withdrawn: true }),
};
