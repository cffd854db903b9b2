/**
 * The order's life as `docs/orders.md` draws it: every step in every state by everybody who may take it, allowed or
 * refused with nothing changed; who may not take a step is held by the contracts' own test.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { moveDueOrders } from '../../functions/orders/index.ts';
import { profileAt } from '../../functions/orders/profile-rows.ts';
import { type Order, orderAt, orderOf, orderWrite } from '../../functions/orders/rows.ts';
import type { Client, Said } from '../../scripts/local/client.ts';
import { type ContractName, contracts } from '../../shared/contracts/index.ts';
import { type OrderMove, type OrderState, orderMoves, orderStates } from '../../shared/rules/order-states.ts';
import { everythingStored } from '../teams/school.ts';
import {
  accept,
  assign,
  type Helpers,
  type Neighbourhood,
  openHelpers,
  openNeighbourhood,
  pass,
  place,
} from './neighbourhood.ts';

let town: Neighbourhood;
let helpers: Helpers;
beforeAll(async () => {
  town = await openNeighbourhood();
  helpers = await openHelpers(town);
  await raiseLoad();
});
const minuteMs = 60_000;

/** Room for all the orders of this file. */
async function raiseLoad() {
  const { world, id } = town.district;
  const update = { set: { loadMax: 10_000 } };
  await world.store.transact('room', [{ ...profileAt(id, helpers.team), update }]);
}

type Actor = 'resident' | 'desk' | 'leader';
interface Step {
  readonly route: ContractName;
  readonly actors: readonly Actor[];
  readonly body: () => object;
}
const step = (route: ContractName, actors: readonly Actor[], body: () => object = () => ({})): Step => ({
  route,
  actors,
  body,
});
const steps: Readonly<Record<Exclude<OrderMove, 'expire_offer' | 'give_up_opening' | 'close_unrated'>, Step>> = {
  triage: step('POST /api/orders/{order}/triage', ['desk'], () => ({ decision: 'pass' })),
  dispatch: step('POST /api/orders/{order}/dispatch', ['desk'], () => ({ reason: '另派一队' })),
  accept: step('POST /api/orders/{order}/acceptance', ['leader']),
  decline: step('POST /api/orders/{order}/refusal', ['leader']),
  hand_back: step('POST /api/orders/{order}/hand-back', ['leader'], () => ({ reason: '去不了' })),
  assign: step('PUT /api/orders/{order}/members', ['leader'], () => ({ volunteers: helpers.adults })),
  extend: step('POST /api/orders/{order}/extension', ['desk'], () => ({ ...window(), reason: '改期' })),
  start: step('POST /api/orders/{order}/start', ['leader']),
  finish: step('POST /api/orders/{order}/finish', ['leader'], () => ({ did: '理发' })),
  rate: step('POST /api/orders/{order}/rating', ['resident', 'desk'], () => ({ stars: 5 })),
  call_back: step('POST /api/orders/{order}/call-back', ['desk'], () => ({ note: '问过了' })),
  cancel: step('POST /api/orders/{order}/cancellation', ['resident', 'desk'], () => ({ reason: '不需要了' })),
};
const take = (move: keyof typeof steps, actor: Actor, order: string): Promise<Said<ContractName>> => {
  const { route, body } = steps[move];
  const asked = { params: { order }, body: body() } as never;
  return clientOf(actor).ask(route, asked);
};
const clientOf = (actor: Actor): Client =>
  ({ resident: town.resident, desk: town.desk, leader: helpers.leader })[actor];

/** From ten minutes ahead: near enough to start now. */
function window() {
  const { now } = town.district.world;
  return { from: new Date(now + 10 * minuteMs).toISOString(), to: new Date(now + 100 * minuteMs).toISOString() };
}

const read = async (id: string): Promise<Order> => {
  const [item] = await town.district.world.store.get([orderAt(town.district.id, id)]);
  if (!item) throw new Error('No such order');
  return orderOf(item);
};
/** Lets the time of an order's present step pass, and the clock come. */
async function letTimePass(id: string) {
  const { world } = town.district;
  const order = await read(id);
  await world.store.transact(`past#${id}#${order.rev}`, [orderWrite({ ...order, dueAt: world.now }, order.rev)]);
  return moveDueOrders(world.tools, { since: world.now - 1, now: world.now });
}

/** How an order comes to each state, through the API and the clock. */
const ways: Readonly<Record<OrderState, (id: string) => Promise<unknown>>> = {
  placed: async () => undefined,
  turned_down: (order) =>
    town.desk.must('POST /api/orders/{order}/triage', {
      params: { order },
      body: { decision: 'turn_down', reason: '重复' },
    }),
  offered: (order) => pass(town, order),
  open: async (order) => {
    await ways.offered(order);
    await letTimePass(order);
  },
  with_desk: async (order) => {
    await ways.open(order);
    await letTimePass(order);
  },
  accepted: async (order) => {
    await ways.offered(order);
    await accept(helpers, order);
    await assign(helpers, order);
  },
  serving: async (order) => {
    await ways.accepted(order);
    await helpers.leader.must('POST /api/orders/{order}/start', { params: { order }, body: {} });
  },
  done: async (order) => {
    await ways.serving(order);
    await helpers.leader.must('POST /api/orders/{order}/finish', { params: { order }, body: { did: '理发' } });
  },
  rated: async (order) => {
    await ways.done(order);
    await town.resident.must('POST /api/orders/{order}/rating', { params: { order }, body: { stars: 1 } });
  },
  closed: async (order) => {
    await ways.done(order);
    await letTimePass(order);
  },
  cancelled: (order) =>
    town.resident.must('POST /api/orders/{order}/cancellation', { params: { order }, body: { reason: '不需要了' } }),
};
async function orderIn(state: OrderState): Promise<string> {
  const { id } = await place(town, window());
  await ways[state](id);
  expect((await read(id)).state).toBe(state);
  return id;
}

const moves = Object.keys(steps) as (keyof typeof steps)[];
/** What a step that does not fit says: to those who cannot see the order any more, that there is none. */
const refusals = ['order_not_open', 'order_taken', 'not_found'];

describe.each(orderStates)('an order that is %s', (state) => {
  test.each(moves)('%s', async (move) => {
    const { from, to } = orderMoves[move] as { from: readonly OrderState[]; to: readonly OrderState[] };
    for (const actor of steps[move].actors) {
      const order = await orderIn(state);
      const before = await everythingStored(town.district.world);
      const said = await take(move, actor, order);
      if (from.includes(state)) {
        expect(said.ok).toBe(true);
        expect(to).toContain((await read(order)).state);
      } else {
        expect(refusals).toContain((said.body as { code?: string }).code);
        expect(await everythingStored(town.district.world)).toEqual(before);
      }
    }
  });

  test('time moves it on where the drawing says so, and nowhere else', async () => {
    const order = await orderIn(state);
    const next = Object.values(orderMoves).find(
      ({ by, from }) => (by as readonly string[]).includes('clock') && (from as readonly string[]).includes(state),
    );
    const moved = await letTimePass(order);
    expect(moved).toBe(next ? 1 : 0);
    expect((await read(order)).state).toBe(next ? next.to[0] : state);
  });
});

describe('the drawing', () => {
  test.each(moves)('%s may be asked for by exactly the posts it names', (move) => {
    const named = (orderMoves[move].by as readonly string[]).filter((role) => role !== 'anyone');
    const { route } = steps[move];
    expect([...(contracts[route].allow as readonly string[])].sort()).toEqual(named.sort());
  });

  test('docs/orders.md has every step from every state to every state, and no other', () => {
    const drawn = [...readFileSync('docs/orders.md', 'utf8').matchAll(/^ {4}(\w+) --> (\w+): (\w+)$/gm)].map(
      ([, from, to, move]) => `${from} ${move} ${to}`,
    );
    const meant = Object.entries(orderMoves).flatMap(([move, { from, to }]) =>
      from.flatMap((one) => (to as readonly OrderState[]).map((other) => `${one} ${move} ${other}`)),
    );
    expect(drawn.sort()).toEqual(meant.sort());
  });
});
