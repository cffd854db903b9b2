/** Claims follow the person: of a registration that was merged they are the other one's, until it is taken back. */
import { Busy } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { findWish } from './read-wish.ts';
import { type Claimer, claimsOf, type Wish, wishOf, wishWrite } from './rows.ts';

const attemptsMax = 12;

interface Way {
  readonly district: string;
  readonly from: string;
  readonly to: string;
}

export const carryClaims = (tools: Tools, way: Way): Promise<void> =>
  change(tools, way, () => ({ kind: 'person', id: way.to, carriedFrom: way.from }));

export const giveBackClaims = (tools: Tools, way: Way): Promise<void> =>
  change(tools, way, ({ carriedFrom }) => (carriedFrom === way.to ? { kind: 'person', id: way.to } : undefined));

type Personal = Extract<Claimer, { kind: 'person' }>;

async function change(
  tools: Tools,
  { district, from }: Way,
  decide: (claimer: Personal) => Claimer | undefined,
): Promise<void> {
  const claims = (await readAll(tools.store, claimsOf(district, from))).map(wishOf);
  for (const { id } of claims)
    await changeOne(tools, district, id, ({ claimer }) => {
      const isTheirs = claimer?.kind === 'person' && claimer.id === from;
      return isTheirs ? decide(claimer) : undefined;
    });
}

async function changeOne(
  tools: Tools,
  district: string,
  id: string,
  decide: (wish: Wish) => Claimer | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const wish = await findWish(tools, district, id);
    const claimer = wish && decide(wish);
    if (!claimer) return;
    const writes = [wishWrite({ ...wish, claimer }, wish.rev)];
    if ((await tools.store.transact(`carry#${id}#${wish.rev}#${attempt}`, writes)).done) return;
  }
  throw new Busy('A wish changed under every attempt to carry it');
}
