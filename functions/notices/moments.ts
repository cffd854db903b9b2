/** When something that waits is to be spoken of, and what is then said: computed from the present rows. */
import { createHash } from 'node:crypto';
import { addDays, shanghaiDay, startOfDay } from '../../shared/rules/calendar.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rules/durations.ts';
import { liveLots } from '../../shared/rules/lots.ts';
import {
  eveningHour,
  expiryNoticeDays,
  type Happening,
  type NoticeFacts,
  type NoticeKind,
  pickUpReminderDays,
} from '../../shared/rules/notice-kinds.ts';
import { countCertificates, countWaiting } from '../hours/index.ts';
import { readBalance } from '../ledger/index.ts';
import { orderReminders } from '../orders/index.ts';
import type { Tools } from '../platform/tools.ts';
import { readWaiting } from '../rewards/index.ts';
import { ownWordDays } from '../volunteers/index.ts';
import { claimReminders } from '../wishes/index.ts';

export type WatchKind = 'pick_up' | 'expiry' | 'approvals' | 'certificates' | 'order' | 'wish' | 'consent';
type MomentsOf = (tools: Tools, district: string, id: string, now: number) => Promise<Happening[]>;

export const pickUpId = (wallet: string, redemption: string) => `${wallet}.${redemption}`;

export const momentsOf: Readonly<Record<WatchKind, MomentsOf>> = {
  async pick_up(tools, district, id) {
    const [volunteer = '', redemption = ''] = id.split('.');
    const waiting = await readWaiting(tools, district, volunteer, redemption);
    if (!waiting) return [];
    const { at: ordered, pickUpUntil, slot } = waiting;
    if (slot) return dayBefore({ district, volunteer, redemption, from: slot.from, ordered });
    const until = new Date(pickUpUntil).toISOString();
    return pickUpReminderDays
      .map((days) => ({ days, at: ordered + days * dayMs }))
      .filter(({ at }) => at < pickUpUntil)
      .map(({ days, at }) => {
        const facts = { redemption, until };
        return saying('redemption_waiting', { district, thing: `${redemption}#${days}`, at, to: { volunteer }, facts });
      });
  },

  async expiry(tools, district, volunteer, now) {
    const { lots } = await readBalance(tools, district, volunteer);
    return Object.entries(liveLots(lots, now)).flatMap(([lot, points]) => {
      const lastDay = `${lot.slice(0, 4)}-${lot.slice(4, 6)}-${lot.slice(6)}`;
      return expiryNoticeDays.map((days) => {
        const at = startOfDay(addDays(lastDay, -days)) + spread(volunteer);
        const facts = { points, until: lastDay, days };
        return saying('points_expiring', { district, thing: `${lot}#${days}`, at, to: { volunteer }, facts });
      });
    });
  },

  async approvals(tools, district, unit, now) {
    const shifts = await countWaiting(tools, district, unit);
    return shifts === 0 ? [] : inTheEvening('approvals_waiting', district, { unit, shifts }, now);
  },

  async certificates(tools, district, unit, now) {
    const certificates = await countCertificates(tools, district, unit);
    return certificates === 0 ? [] : inTheEvening('certificates_waiting', district, { unit, certificates }, now);
  },

  async consent(tools, district, volunteer, now) {
    return (await ownWordDays(tools, district, volunteer, now)).map(({ years, on }) => {
      const at = startOfDay(on) + spread(volunteer);
      return saying('consent_due', { district, thing: String(years), at, to: { volunteer }, facts: { years } });
    });
  },

  order: orderReminders,
  wish: claimReminders,
};

/** Of today, which may be over, and of tomorrow. */
function inTheEvening(kind: NoticeKind, district: string, facts: NoticeFacts & { unit: string }, now: number) {
  const today = shanghaiDay(now);
  return [today, addDays(today, 1)].map((day) => {
    const at = startOfDay(day) + eveningHour * hourMs;
    return saying(kind, { district, thing: facts.unit, at, to: { approversOf: facts.unit }, facts });
  });
}

interface Booked {
  readonly district: string;
  readonly volunteer: string;
  readonly redemption: string;
  readonly from: number;
  readonly ordered: number;
}
/** A booked time is spoken of once, a day ahead. */
function dayBefore({ district, volunteer, redemption, from, ordered }: Booked): Happening[] {
  const at = from - dayMs;
  if (at <= ordered) return [];
  const facts = { redemption, day: shanghaiDay(from) };
  return [saying('booking_soon', { district, thing: redemption, at, to: { volunteer }, facts })];
}

interface Saying extends Pick<Happening, 'district' | 'thing' | 'at' | 'to'> {
  readonly facts: NoticeFacts;
}
const saying = (kind: NoticeKind, said: Saying): Happening => ({ kind, ...said });

/** All points end on the same few days: whole provinces are told over ten hours from nine in the morning. */
function spread(volunteer: string): number {
  const tenths = createHash('sha256').update(volunteer).digest().readUInt16BE(0) % 600;
  return 9 * hourMs + tenths * minuteMs;
}
