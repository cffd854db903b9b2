/**
 * One volunteer, team or company takes a wish upon itself: nobody else can, for as long as the lock holds; then it is
 * on the list again by itself.
 */
import type { wishes } from '../../shared/contracts/wishes.ts';
import { ageOn, isMinor } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { readPeople } from '../volunteers/index.ts';
import { claimerOf, findWish, moved, mustBeAt } from './read-wish.ts';
import { type Claimer, type Wish, wishWrite } from './rows.ts';
import { showClaimed } from './show.ts';

type Claim = (typeof wishes)['POST /api/wishes/{wish}/claim'];
type Release = (typeof wishes)['POST /api/wishes/{wish}/release'];

export const claimWish: GuardedStory<Claim> = {
  async plan({ who, params, body, now }, tools) {
    const wish = await findWish(tools, who.district, params.wish);
    if (!wish || wish.state === 'collected' || wish.state === 'turned_down') throw new Problem('not_found');
    if (wish.claimer) throw new Problem('wish_taken');
    mustBeAt(wish, 'claim');
    const claimer = await claimerFor(tools, who, wish, body, now);
    const settings = await readSettings(tools, who.district, shanghaiDay(now));
    const next = moved(wish, 'claimed', now, { claimer, dueAt: now + settings.wish_claim_days * dayMs });
    return { result: wish.id, writes: [wishWrite(next, wish.rev)] };
  },
  async show({ who }, tools, id) {
    const wish = await findWish(tools, who.district, id);
    if (!wish) throw new Error('A wish has vanished');
    return showClaimed(who, wish);
  },
};

/** Buying is for grown people: minors claim with their team or through a guardian. @throws too_young_alone */
async function claimerFor(
  tools: Tools,
  who: Who,
  wish: Wish,
  { company }: Ask<Claim>['body'],
  now: number,
): Promise<Claimer> {
  const id = claimerOf(who);
  switch (who.post.role) {
    case 'leader':
      return { kind: 'team', id };
    case 'volunteer': {
      const [person] = await readPeople(tools, who.district, [id]);
      if (!person || isMinor(ageOn(person.birthDate, shanghaiDay(now)))) throw new Problem('too_young_alone');
      return { kind: 'person', id };
    }
    case 'guardian':
      return { kind: 'person', id };
    default: {
      if (!who.units.covers(who.post.unit, wish.unit)) throw new Problem('not_found');
      return company === undefined
        ? { kind: 'person', id }
        : { kind: 'company', id: `${who.post.unit}-company`, name: company };
    }
  }
}

export const releaseWish: GuardedStory<Release> = {
  async plan({ who, params, now }, tools) {
    const wish = await findWish(tools, who.district, params.wish);
    if (!wish || !mayRelease(who, wish)) throw new Problem('not_found');
    mustBeAt(wish, 'release');
    return { result: wish.id, writes: [wishWrite(onListAgain(wish, now), wish.rev)], answer: { released: true } };
  },
  show: async () => ({ released: true }),
};

/** Whoever claimed it, and the desk it lies at. */
function mayRelease(who: Who, wish: Wish): boolean {
  const isDesk = who.post.role === 'unit_admin' || who.post.role === 'district_admin';
  return isDesk ? who.units.covers(who.post.unit, wish.unit) : wish.claimer?.id === claimerOf(who);
}

/** The list's own time goes on while a wish is claimed; the clock does not look at hours long past again. */
export const onListAgain = (wish: Wish, now: number): Wish =>
  moved(wish, 'listed', now, { claimer: undefined, dueAt: Math.max(now, wish.listedUntil ?? now) });
