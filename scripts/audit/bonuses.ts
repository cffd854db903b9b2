/** What is noted of the bonuses of a month, so that no month brings more than it may, is what was posted for it. */
import { monthOf, shanghaiDay } from '../../shared/rules/calendar.ts';
import { recordsIn } from './hours.ts';
import { entriesIn } from './ledger.ts';
import { type Stored, sumOf } from './stored.ts';

export function auditBonuses(stored: Stored): string[] {
  const given = bonusesIn(stored);
  const noted = notedIn(stored);
  const places = new Set([...given.keys(), ...noted.keys()]);
  return [...places].flatMap((place) => {
    const [there = 0, due = 0] = [noted.get(place), given.get(place)];
    return there === due ? [] : [`bonuses of ${place}: ${there} noted, ${due} given`];
  });
}

/** Points by wallet and month of service, with a blank between. */
export function bonusesIn(stored: Stored): ReadonlyMap<string, number> {
  const records = new Map(recordsIn(stored).map((record) => [`${record.shift} ${record.volunteer}`, record]));
  const points = entriesIn(stored).flatMap(({ kind, wallet, effect, points, debt }) => {
    const record = kind === 'bonus' ? records.get(`${effect.shift} ${effect.volunteer}`) : undefined;
    return record ? [{ place: `${wallet} ${monthOf(shanghaiDay(record.from))}`, points: points - debt }] : [];
  });
  const places = Map.groupBy(points, ({ place }) => place);
  return new Map([...places].map(([place, list]) => [place, sumOf(list.map((one) => one.points))]));
}

export function notedIn({ Service }: Stored): ReadonlyMap<string, number> {
  const tallies = [...Service.values()].filter(({ sk }) => sk === 'BONUS');
  return new Map(tallies.map(({ pk, points }) => [pk.split('#').slice(-2).join(' '), Number(points)]));
}
