/**
 * Where the preparation of a service lies, so that of services that follow each other every minute is paid once: it
 * lies directly before the person's service, on the same day, and after whatever the person served before.
 */
import { type Day, startOfDay } from './calendar.ts';
import { type Credit, note, type Rounding, rounded, sum } from './credit.ts';
import { minuteMs } from './durations.ts';
import type { Interval, MonthDays, Slot } from './minutes.ts';

export interface Around {
  /** Minutes of its preparation in which the person did nothing else. */
  readonly freeMinutes: number;
  /** Minutes of it and of the service itself that are paid as the preparation of a later service. */
  readonly paidMinutes: number;
}

interface Service extends Interval {
  /** Names the record: its own slots do not stand in its way. */
  readonly shift: string;
}

/** What the other services of a person's month leave of a service that begins on a day, and of its preparation. */
export function aroundService(days: MonthDays, day: Day, service: Service, preparationMinutes: number): Around {
  const others = othersIn(days, service);
  const ends = others.filter(({ from }) => from < service.from).map(({ to }) => to);
  const earliest = Math.max(startOfDay(day), service.from - preparationMinutes * minuteMs, ...ends);
  const from = Math.min(earliest, service.from);
  const paid = others.map((slot) => preparedMinutes(slot, { from, to: service.to }));
  return {
    freeMinutes: Math.floor((service.from - from) / minuteMs),
    paidMinutes: paid.reduce((sum, minutes) => sum + minutes, 0),
  };
}

/** Minutes of preparation that a session asks for; of make-up, and of what is too short, there are none. */
export const preparationIn = ({ lines }: Pick<Credit, 'lines'>): number =>
  lines.find(({ step }) => step === 'preparation')?.minutes ?? 0;

/** What counts of a session beside others that follow each other: no minute of preparation is paid beside another. */
export function onceCredit(credit: Credit, { freeMinutes, paidMinutes }: Around, settings: Rounding): Credit {
  const twice = Math.max(0, preparationIn(credit) - freeMinutes) + paidMinutes;
  if (credit.minutes === 0 || twice === 0) return credit;
  const all = credit.lines.filter(({ step }) => step !== 'rounding');
  const capAt = all.findIndex(({ step }) => step === 'session_cap');
  const lines = capAt < 0 ? [...all] : all.slice(0, capAt);
  note(lines, 'counted_once', Math.max(0, sum(lines) - twice));
  if (capAt >= 0) note(lines, 'session_cap', sum(all.slice(0, capAt + 1)));
  return rounded([...lines, ...(capAt < 0 ? [] : all.slice(capAt + 1))], settings);
}

/** Minutes of free preparation that are paid in the end: the caps cut it first. */
export function preparationPaid({ minutes, lines }: Credit, { freeMinutes, paidMinutes }: Around): number {
  const served = sum(
    lines.slice(
      0,
      lines.findIndex(({ step }) => step === 'preparation'),
    ),
  );
  return minutes === 0 ? 0 : Math.max(0, Math.min(freeMinutes, minutes + paidMinutes - served));
}

/** The days in which what is paid already for a service stays where it is, as long as that service counts on it. */
export function noteCountedOnce(days: MonthDays, service: Service, freeMinutes: number): MonthDays {
  const span = { from: service.from - freeMinutes * minuteMs, to: service.to };
  const isPaid = (slot: Slot) => slot.record !== service.shift && preparedMinutes(slot, span) > 0;
  const noted = (slot: Slot) => (isPaid(slot) ? { ...slot, summedIn: service.shift } : slot);
  return Object.fromEntries(Object.entries(days).map(([day, slots]) => [day, slots.map(noted)]));
}

const othersIn = (days: MonthDays, { shift }: Service) =>
  Object.values(days)
    .flat()
    .filter(({ record }) => record !== shift);

/** Minutes of a slot's preparation that lie in an interval. */
function preparedMinutes({ preparedFrom, from }: Slot, span: Interval): number {
  if (preparedFrom === undefined) return 0;
  const overlapMs = Math.min(from, span.to) - Math.max(preparedFrom, span.from);
  return Math.max(0, Math.floor(overlapMs / minuteMs));
}
