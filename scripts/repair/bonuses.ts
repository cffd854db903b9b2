/** What is noted of the bonuses of a month is counted anew from what was posted for it. */
import { bonusAt } from '../../functions/hours/bonus.ts';
import type { Day } from '../../shared/rules/calendar.ts';
import { bonusesIn, notedIn } from '../audit/bonuses.ts';
import type { Stored } from '../audit/stored.ts';
import type { Remedy } from './case.ts';

export function repairBonuses(district: string, stored: Stored): Remedy {
  const [given, noted] = [bonusesIn(stored), notedIn(stored)];
  const places = [...new Set([...given.keys(), ...noted.keys()])];
  const wrong = places.filter((place) => (given.get(place) ?? 0) !== (noted.get(place) ?? 0));
  const writes = wrong.map((place) => {
    const [wallet = '', month = ''] = place.split(' ');
    const firstDay = `${month.slice(0, 4)}-${month.slice(4)}-01` as Day;
    const update = { set: { v: 1, points: given.get(place) ?? 0 }, add: { ver: 1 } };
    return { ...bonusAt(district, wallet, firstDay), update };
  });
  return { writes, cases: [] };
}
