/**
 * A service that its leader rated best brings a little more than its points, up to so many a month: an entry of its own
 * beside that of the service. What is bad takes nothing away; a correction takes its part of it back.
 */
import type { Day } from '../../shared/rules/calendar.ts';
import { monthOf } from '../../shared/rules/calendar.ts';
import { bonusFor, bonusRating } from '../../shared/rules/points.ts';
import type { Settings } from '../../shared/rules/settings.ts';
import type { Movement } from '../ledger/index.ts';
import type { Item, Target, Write } from '../platform/store/port.ts';
import { monthAt, type ServiceRecord, version } from './rows.ts';

/** What a wallet has got beyond its points for the services of one month. */
export function bonusAt(district: string, wallet: string, serviceDay: Day): Target {
  const { table, key } = monthAt(district, wallet, monthOf(serviceDay));
  return { table, key: { ...key, sk: 'BONUS' } };
}

interface Bonus {
  readonly points: number;
  readonly movements: readonly Movement[];
  readonly writes: readonly Write[];
}
const none: Bonus = { points: 0, movements: [], writes: [] };

/** @param service the movement that it goes beside; @param row what `bonusAt` holds */
export function bonusOf(record: ServiceRecord, service: Movement, settings: Settings, at: Target, row?: Item): Bonus {
  if (record.rating?.quality !== bonusRating) return none;
  const given = Number(row?.points ?? 0);
  const points = bonusFor(service.points, given, settings);
  if (points === 0) return none;
  const { minutes: _, ...credit } = service;
  const ver = Number(row?.ver ?? 0);
  return {
    points,
    movements: [{ ...credit, tx: service.tx.replace(/^A#/, 'B#'), kind: 'bonus', points }],
    writes: [
      {
        ...at,
        update: { set: { v: version, ver: ver + 1, points: given + points } },
        when: [ver === 0 ? ['ver', 'absent'] : ['ver', '=', ver]],
        or: 'lost_race',
      },
    ],
  };
}
