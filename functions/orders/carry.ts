/**
 * Visits follow the person: of a registration that was merged they are the other one's, and its own again when the
 * merge is taken back; whoever left the team or lost the consent does not go. Order by order, so that it may run any
 * number of times.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import { Busy, type Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { membersOf, readTeam } from '../teams/index.ts';
import { isCovered, readPeople } from '../volunteers/index.ts';
import { findOrder } from './read-order.ts';
import { memberAt, memberRow, type Order, orderNamedBy, ordersOfPerson, orderWrite } from './rows.ts';

const attemptsMax = 12;

interface Way {
  readonly district: string;
  readonly from: string;
  readonly to: string;
}

export const carryVisits = (tools: Tools, { district, from, to }: Way, now: number): Promise<void> =>
  change(tools, district, from, async (order) => {
    const standsFor = { ...order.standsFor, [to]: from };
    return order.members.includes(to) ? without(order, from, now) : swapped(order, { from, to }, standsFor, now);
  });

export const giveBackVisits = (tools: Tools, { district, from, to }: Way, now: number): Promise<void> =>
  change(tools, district, from, async (order) => {
    const { [from]: stoodFor, ...standsFor } = order.standsFor ?? {};
    return stoodFor === to ? swapped(order, { from, to }, standsFor, now) : undefined;
  });

/** Takes somebody off the visits of teams that the person is not in any more, or that no consent covers any more. */
export const leaveVisits = (tools: Tools, district: string, volunteer: string, now: number): Promise<void> =>
  change(tools, district, volunteer, async (order) => {
    if (order.state !== 'accepted' || order.team === undefined) return undefined;
    const day = shanghaiDay(order.from);
    const [[isMember], [person], team] = await Promise.all([
      membersOf(tools, district, order.team, [volunteer]),
      readPeople(tools, district, [volunteer]),
      readTeam(tools, district, order.team),
    ]);
    const settings = await readSettings(tools, district, day, team?.unit);
    const mayGo = isMember && person?.active && isCovered(person, day, settings);
    return mayGo ? undefined : without(order, volunteer, now);
  });

interface Change {
  readonly next: Order;
  readonly writes: readonly Write[];
}

async function change(
  tools: Tools,
  district: string,
  volunteer: string,
  decide: (order: Order) => Promise<Change | undefined>,
): Promise<void> {
  const rows = await readAll(tools.store, ordersOfPerson(district, volunteer));
  for (const id of rows.map(orderNamedBy)) await changeOne(tools, district, { id, volunteer }, decide);
}

async function changeOne(
  tools: Tools,
  district: string,
  { id, volunteer }: { readonly id: string; readonly volunteer: string },
  decide: (order: Order) => Promise<Change | undefined>,
): Promise<void> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const order = await findOrder(tools, district, id);
    const isOpen = order?.state === 'accepted' || order?.state === 'serving';
    if (!order || !isOpen || !order.members.includes(volunteer)) return;
    const changed = await decide(order);
    if (!changed) return;
    const writes = [orderWrite(changed.next, order.rev), ...changed.writes];
    if ((await tools.store.transact(`carry#${id}#${volunteer}#${order.rev}#${attempt}`, writes)).done) return;
  }
  throw new Busy('An order changed under every attempt to carry it');
}

function without(order: Order, volunteer: string, now: number): Change {
  const members = order.members.filter((one) => one !== volunteer);
  const gone: Write = { ...memberAt(order.district, order.id, volunteer), remove: true };
  return { next: { ...order, members, assignedAt: now }, writes: [gone] };
}

function swapped(
  order: Order,
  { from, to }: Pick<Way, 'from' | 'to'>,
  standsFor: Readonly<Record<string, string>>,
  now: number,
): Change {
  const { next, writes } = without(order, from, now);
  const come: Write = { ...memberAt(order.district, order.id, to), put: memberRow(order, to) };
  return { next: { ...next, members: [...next.members, to], standsFor }, writes: [...writes, come] };
}
