/** A wish is sent by a resident, or collected on a visit: one that is open for each person, and few in a year. */

import type { wishes } from '../../shared/contracts/wishes.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { isCash } from '../../shared/rules/wish-states.ts';
import { readSettings } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { findWish } from './read-wish.ts';
import { countWrite, sealWisher, type Wish, type Wisher, wishedOf, wisherAt, wishWrite } from './rows.ts';
import { showOwn } from './show.ts';

type Route = (typeof wishes)['POST /api/wishes'];
type Body = Ask<Route>['body'];

export const collectWish: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    const { district } = who;
    const today = shanghaiDay(now);
    const settings = await readSettings(tools, district, today);
    mustBeModest(body, settings);
    const { unit, contact, wisher, resident } = whoseWish(tools, who, body);
    const year = today.slice(0, 4);
    const [item] = await tools.store.get([wisherAt(district, wisher)]);
    const wished = wishedOf(item, year);
    if (wished.open !== undefined) throw new Problem('wish_open_already');
    if (wished.inYear >= settings.wishes_per_year) throw new Problem('wishes_too_many');
    const named = { district, id: tools.newId(now) };
    const { item: thing, yuan, story, ageBand } = body;
    const wish: Wish = {
      ...named,
      ...{ rev: 0, state: 'collected', unit, item: thing, yuan, story, ageBand, wisher, resident },
      sealed: sealWisher(tools.vault, named, contact),
      collectedAt: now,
      collectedBy: who.person,
    };
    return { result: wish.id, writes: [wishWrite(wish, 0), countWrite(district, wisher, wish.id, year, wished)] };
  },
  async show({ who }, tools, id) {
    const wish = await findWish(tools, who.district, id);
    if (!wish) throw new Error('A wish has vanished');
    return showOwn(who, wish);
  },
};

/** @throws wish_too_dear, wish_cash */
export function mustBeModest({ item, yuan }: Pick<Body, 'item' | 'yuan'>, settings: Settings): void {
  if (isCash(item)) throw new Problem('wish_cash');
  if (yuan > settings.wish_yuan_max) throw new Problem('wish_too_dear');
}

const spelled = ({ name, phone }: Wisher) => `${name.replaceAll(/\s/g, '')}|${phone.replaceAll(/\D/g, '')}`;

/** Somebody without an account is known again by name and phone, which are kept as a hash only. */
function whoseWish(tools: Tools, who: Who, { unit, contact }: Body) {
  const { district, account, post, units } = who;
  const place = post.role === 'resident' ? units.get(post.unit) : units.get(unit ?? '');
  if (!place || place.kind === 'school' || !units.covers(post.unit, place.id)) throw new Problem('not_found');
  const resident = post.role === 'resident' ? account : undefined;
  const wisher = tools.vault.blindIndex('wisher', `${district}|${spelled(contact)}`);
  return { unit: place.id, contact, wisher, resident };
}
