/**
 * What time brings to orders: an offer nobody answered opens to all, an open order nobody took goes to the desk, and
 * one that the resident says nothing about is closed without stars. Each once; repeating changes nothing.
 */
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { readSettings } from '../district/index.ts';
import { type Span, workOffDue } from '../platform/store/due.ts';
import { Busy } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { opened, withdrawWrites } from './offer.ts';
import { findOrder, stepped } from './read-order.ts';
import { type Order, orderWrite } from './rows.ts';

const attemptsMax = 12;

/** @returns orders moved by this call */
export const moveDueOrders = (tools: Tools, { since, now }: Span): Promise<number> =>
  workOffDue(tools.store, 'Orders', { since, now }, async ([district = '', id = '']) =>
    Number(await moveOne(tools, district, id, now)),
  );

async function moveOne(tools: Tools, district: string, id: string, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const order = await findOrder(tools, district, id);
    if (order?.dueAt === undefined || order.dueAt > now) return false;
    const next = await movedOn(tools, order, now);
    if (!next) return false;
    const writes = [orderWrite(next, order.rev), ...withdrawWrites(order)];
    if ((await tools.store.transact(`due#${id}#${order.rev}#${attempt}`, writes)).done) return true;
  }
  throw new Busy('An order changed under every attempt to move it');
}

async function movedOn(tools: Tools, order: Order, now: number): Promise<Order | undefined> {
  switch (order.state) {
    case 'offered': {
      const settings = await readSettings(tools, order.district, shanghaiDay(now));
      return opened(order, { by: 'clock', now, settings });
    }
    case 'open':
      return stepped(order, { state: 'with_desk', at: now, by: 'clock' });
    case 'done':
      return stepped(order, { state: 'closed', at: now, by: 'clock' });
    default:
      return undefined;
  }
}
