import type { OrderMove } from '../../shared/rules/order-states.ts';
import { mayMove } from '../../shared/rules/order-states.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Order, orderAt, orderOf, type Sealed, type Step } from './rows.ts';

export async function findOrder(tools: Tools, district: string, id: string): Promise<Order | undefined> {
  const [item] = await tools.store.get([orderAt(district, id)]);
  return item && orderOf(item);
}

/** The order if the asker may see it: whose it is, whose desk it lies at, or whose team has it. @throws not_found */
export async function readOrder(tools: Tools, who: Who, id: string): Promise<Order> {
  const order = await findOrder(tools, who.district, id);
  if (!order || !reaches(who, order)) throw new Problem('not_found');
  return order;
}

function reaches({ account, person, post, units }: Who, order: Order): boolean {
  switch (post.role) {
    case 'resident':
      return order.resident === account;
    case 'leader':
      return order.team === post.scope || order.offers.includes(post.scope) || order.state === 'open';
    case 'volunteer':
      return order.members.includes(person);
    default:
      return units.covers(post.unit, order.unit);
  }
}

/** @throws order_not_open when the order is not where this step begins */
export function mustBeAt(order: Order, move: OrderMove): void {
  if (!mayMove(move, order.state)) throw new Problem('order_not_open');
}

/** The order with one more step behind it. */
export function stepped(order: Order, step: Step, change: Partial<Order> = {}): Order {
  const { state } = step;
  return { ...order, dueAt: undefined, ...change, state, steps: [...order.steps, step] };
}

const context = ({ district, id }: Pick<Order, 'district' | 'id'>) => `${district}|order|${id}`;
export const openSealed = (tools: Tools, order: Order): Sealed =>
  tools.vault.openPersonal(context(order), order.sealed) as Sealed;
export const seal = (tools: Tools, order: Pick<Order, 'district' | 'id'>, sealed: Sealed): Uint8Array =>
  tools.vault.sealPersonal(context(order), sealed);
