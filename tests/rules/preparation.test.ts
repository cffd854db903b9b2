/** Whatever the order in which services that follow each other are counted, no minute is paid twice. */
import { expect, test } from 'vitest';
import { sessionCredit } from '../../shared/rules/credit.ts';
import { type MonthDays, noteMinutes, placeInterval } from '../../shared/rules/minutes.ts';
import {
  aroundService,
  noteCountedOnce,
  onceCredit,
  preparationIn,
  preparationPaid,
} from '../../shared/rules/preparation.ts';
import { effectiveSettings } from '../../shared/rules/settings.ts';

const minuteMs = 60_000;
const day = '2026-03-01';
const midnight = Date.parse(`${day}T00:00:00+08:00`);
const settings = { ...effectiveSettings([], day), rounding_minutes: 1 };
interface Service {
  readonly from: number;
  readonly to: number;
  readonly preparation: number;
}
const at = (minutes: number) => midnight + minutes * minuteMs;

/** Minutes paid for all services, counted one after another in this order. */
function paidFor(services: readonly Service[]): number {
  let [days, paid]: [MonthDays, number] = [{}, 0];
  for (const [index, { from, to, preparation }] of services.entries()) {
    const service = { from: at(from), to: at(to), shift: String(index) };
    const session = { served: service, planned: service, isMakeUp: false, preparationMinutes: preparation, settings };
    const whole = sessionCredit({ ...session, age: 30, stage: 'adult' });
    const around = aroundService(days, day, service, preparationIn(whole));
    const credit = onceCredit(whole, around, settings);
    const placed = placeInterval(days, service, service.shift);
    if (placed === 'overlap') throw new Error('Services overlap');
    const preparedFrom = service.from - preparationPaid(credit, around) * minuteMs;
    const noted = noteMinutes(placed, day, service.shift, { minutes: credit.minutes, preparedFrom });
    days = noteCountedOnce(noted, service, around.freeMinutes);
    paid += credit.minutes;
  }
  return paid;
}

function* ordersOf<T>(list: readonly T[]): Iterable<readonly T[]> {
  if (list.length === 0) yield [];
  for (const [index, one] of list.entries()) {
    for (const others of ordersOf(list.filter((_, other) => other !== index))) yield [one, ...others];
  }
}

test('four services and what lies between them are paid as the minutes they cover', () => {
  const services = [
    { from: 10, to: 40, preparation: 30 },
    { from: 40, to: 60, preparation: 30 },
    { from: 75, to: 90, preparation: 30 },
    { from: 130, to: 190, preparation: 20 },
  ];
  // 0:00 to 1:30 without a gap, then the last one with its preparation.
  const covered = 90 + 80;
  for (const order of ordersOf(services)) expect(paidFor(order)).toBe(covered);
});
