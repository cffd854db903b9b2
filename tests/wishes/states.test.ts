/** The wish's life as `docs/wishes.md` draws it: every step in every state, allowed or refused with nothing changed. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { moveDueWishes } from '../../functions/wishes/index.ts';
import { type Wish, wishAt, wishOf, wishWrite } from '../../functions/wishes/rows.ts';
import type { Client, Said } from '../../scripts/local/client.ts';
import { type ContractName, contracts } from '../../shared/contracts/index.ts';
import { type WishMove, type WishState, wishMoves, wishStates } from '../../shared/rules/wish-states.ts';
import { type Helpers, type Neighbourhood, openHelpers, openNeighbourhood, whom } from '../orders/neighbourhood.ts';
import { everythingStored } from '../teams/school.ts';
import { listAsk, wishAsk } from './wishing.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeAll(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
});

type Actor = 'resident' | 'desk' | 'leader';
interface Step {
  readonly route: ContractName;
  readonly actors: readonly Actor[];
  readonly body: () => object;
}
const hourAgo = () => new Date(town.district.world.now - 3_600_000).toISOString();
const nowText = () => new Date(town.district.world.now).toISOString();
const step = (route: ContractName, actors: readonly Actor[], body: () => object = () => ({})): Step => ({
  route,
  actors,
  body,
});
const steps: Readonly<Record<Exclude<WishMove, 'expire_claim' | 'expire_listing'>, Step>> = {
  moderate: step('POST /api/wishes/{wish}/moderation', ['desk'], () => listAsk),
  claim: step('POST /api/wishes/{wish}/claim', ['leader', 'desk']),
  release: step('POST /api/wishes/{wish}/release', ['leader', 'desk']),
  receive: step('POST /api/wishes/{wish}/receipt', ['desk']),
  hand_over: step('POST /api/wishes/{wish}/hand-over', ['desk'], () => ({ proof: 'signature', note: '本人签收' })),
  thank: step('POST /api/wishes/{wish}/thanks', ['resident', 'desk'], () => ({ phrases: ['thank_you'] })),
  deliver: step('POST /api/wishes/{wish}/delivery', ['leader'], () => ({
    volunteers: helpers.adults,
    from: hourAgo(),
    to: nowText(),
  })),
  review: step('POST /api/wishes/{wish}/review', ['desk'], () => ({ decision: 'list' })),
  withdraw: step('POST /api/wishes/{wish}/withdrawal', ['resident', 'desk']),
};
const clientOf = (actor: Actor): Client =>
  ({ resident: town.resident, desk: town.desk, leader: helpers.leader })[actor];
const take = (move: keyof typeof steps, actor: Actor, wish: string): Promise<Said<ContractName>> => {
  const { route, body } = steps[move];
  const asked = { params: { wish }, body: body() } as never;
  return clientOf(actor).ask(route, asked);
};

const read = async (id: string): Promise<Wish> => {
  const [item] = await town.district.world.store.get([wishAt(town.district.id, id)]);
  if (!item) throw new Error('No such wish');
  return wishOf(item);
};
async function letTimePass(id: string, change: Partial<Wish> = {}) {
  const { world } = town.district;
  const wish = await read(id);
  const past = { ...wish, dueAt: world.now, ...change };
  await world.store.transact(`past#${id}#${wish.rev}`, [wishWrite(past, wish.rev)]);
  return moveDueWishes(world.tools, { since: world.now - 1, now: world.now });
}

const done = async (said: Promise<Said<ContractName>>) => expect((await said).ok).toBe(true);
const ways: Readonly<Record<WishState, (wish: string) => Promise<unknown>>> = {
  collected: async () => undefined,
  turned_down: (wish) =>
    town.desk.must('POST /api/wishes/{wish}/moderation', {
      params: { wish },
      body: { decision: 'turn_down', reason: '重复' },
    }),
  listed: (wish) => done(take('moderate', 'desk', wish)),
  claimed: async (wish) => {
    await ways.listed(wish);
    await done(take('claim', 'leader', wish));
  },
  received: async (wish) => {
    await ways.claimed(wish);
    await done(take('receive', 'desk', wish));
  },
  granted: async (wish) => {
    await ways.received(wish);
    await done(take('hand_over', 'desk', wish));
  },
  in_review: async (wish) => {
    await ways.listed(wish);
    await letTimePass(wish);
  },
  withdrawn: (wish) => done(take('withdraw', 'resident', wish)),
};
let wishers = 0;
async function wishIn(state: WishState): Promise<string> {
  const contact = { ...whom, name: `王奶奶${++wishers}` };
  const { id } = await town.resident.must('POST /api/wishes', { body: wishAsk({ contact }) });
  await ways[state](id);
  expect((await read(id)).state).toBe(state);
  return id;
}

const moves = Object.keys(steps) as (keyof typeof steps)[];
/** To those who do not see the wish in that state there is none. */
const refusals = ['wish_not_open', 'wish_taken', 'not_found'];

describe.each(wishStates)('a wish that is %s', (state) => {
  test.each(moves)('%s', async (move) => {
    const { from, to } = wishMoves[move] as { from: readonly WishState[]; to: readonly WishState[] };
    for (const actor of steps[move].actors) {
      const wish = await wishIn(state);
      const before = await everythingStored(town.district.world);
      const said = await take(move, actor, wish);
      if (from.includes(state)) {
        expect(said.ok).toBe(true);
        expect(to).toContain((await read(wish)).state);
      } else {
        expect(refusals).toContain((said.body as { code?: string }).code);
        expect(await everythingStored(town.district.world)).toEqual(before);
      }
    }
  });

  test('time moves it on where the drawing says so, and nowhere else', async () => {
    const wish = await wishIn(state);
    const next = { listed: 'in_review', claimed: 'listed' }[state as string];
    expect(await letTimePass(wish)).toBe(next ? 1 : 0);
    expect((await read(wish)).state).toBe(next ?? state);
  });
});

test('a claim that ends after the list’s own time goes to the community', async () => {
  const wish = await wishIn('claimed');
  await letTimePass(wish, { listedUntil: town.district.world.now });
  expect((await read(wish)).state).toBe('in_review');
});

describe('the drawing', () => {
  test.each(moves)('%s may be asked for by exactly the posts it names', (move) => {
    const { allow } = contracts[steps[move].route];
    expect([...(allow as readonly string[])].sort()).toEqual([...wishMoves[move].by].sort());
  });

  test('docs/wishes.md has every step from every state to every state, and no other', () => {
    const drawn = [...readFileSync('docs/wishes.md', 'utf8').matchAll(/^ {4}(\w+) --> (\w+): (\w+)$/gm)].map(
      ([, from, to, move]) => `${from} ${move} ${to}`,
    );
    const meant = Object.entries(wishMoves).flatMap(([move, { from, to }]) =>
      from.flatMap((one) => to.map((other) => `${one} ${move} ${other}`)),
    );
    expect(drawn.sort()).toEqual(meant.sort());
  });
});
