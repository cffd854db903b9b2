/**
 * What is on its way into my wallet: computed from my records each time and posted nowhere. Points are fixed by
 * approval; before it they are reckoned as if it came now, those of one day one after the other under the day's cap.
 * And what has left it for things that have not been picked up, which comes back when they never are.
 */
import type { hours } from '../../shared/contracts/hours.ts';
import { waitingStates } from '../../shared/contracts/hours-shapes.ts';
import type { Answer } from '../../shared/contracts/route.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { dayMs } from '../../shared/rules/durations.ts';
import { pointsFor } from '../../shared/rules/points.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import { readSettingsOf } from '../district/index.ts';
import type { Ask } from '../platform/ask.ts';
import { subjectOf } from '../platform/identity/who.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { reservedOf } from '../rewards/index.ts';
import { recordOf, recordsSince, type ServiceRecord } from './rows.ts';

type Route = (typeof hours)['GET /api/me/waiting'];

/** Whatever has waited longer is no longer on its way. */
const waitingMsMax = 366 * dayMs;

export async function showMyWaiting({ who, now }: Ask<Route>, tools: Tools): Promise<Answer<Route>> {
  const { district } = who;
  const person = subjectOf(who);
  const [items, reserved] = await Promise.all([
    readAll(tools.store, recordsSince(district, person, now - waitingMsMax)),
    reservedOf(tools, district, person),
  ]);
  const records = items.map(recordOf);
  const units = records.map(({ unit }) => unit);
  const expected = expectedPoints(records, await readSettingsOf(tools, district, units));
  const rows = waitingStates.map((state) => {
    const waiting = expected.filter(({ record }) => record.state === state);
    return {
      state,
      records: waiting.length,
      minutes: sum(waiting.map(({ record }) => record.minutes)),
      points: sum(waiting.map(({ points }) => points)),
    };
  });
  const total = (name: 'records' | 'minutes' | 'points') => sum(rows.map((row) => row[name]));
  return { records: total('records'), minutes: total('minutes'), points: total('points'), items: rows, reserved };
}

/** In the order in which records become final: what is approved has taken its part of the day's cap already. */
const order: readonly ServiceRecord['state'][] = [
  'corrected',
  'final',
  'published',
  'objected',
  'confirmed',
  'recorded',
  'sent_back',
];

function expectedPoints(records: readonly ServiceRecord[], settingsOf: (unit: string, day: string) => Settings) {
  const minutesByDay = new Map<string, number>();
  return records
    .filter(({ state }) => order.includes(state))
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))
    .map((record) => {
      const day = shanghaiDay(record.from);
      const before = minutesByDay.get(day) ?? 0;
      const settings = settingsOf(record.unit, day);
      const { points, countedMinutes } = pointsFor({ ...record, dayMinutesBefore: before, settings });
      minutesByDay.set(day, before + countedMinutes);
      return { record, points: record.points ?? points };
    });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
