import type { AnomalyKind } from '../../shared/rules/anomalies.ts';
import { startOfDay } from '../../shared/rules/calendar.ts';
import { derivedId } from '../platform/derived-id.ts';
import type { Attributes, Item, Query, Target, Write } from '../platform/store/port.ts';
import { version } from './rows.ts';

/** Something unlikely, as it was when it was found. */
export interface Sign {
  readonly kind: AnomalyKind;
  /** What it is about: the same thing is found once. */
  readonly thing: string;
  readonly at: number;
  /** The service's day, or the first of the month. */
  readonly day: string;
  readonly shift?: string;
  readonly shiftName?: string;
  readonly percent?: number;
  readonly shifts?: number;
  /** Who may not close it. */
  readonly staff: readonly string[];
}
export interface Anomaly extends Sign {
  readonly id: string;
  readonly district: string;
  readonly unit: string;
  readonly team: string;
  /** The closer's account. */
  readonly closedBy?: string;
  readonly closedAt?: number;
  /** Sealed: whoever writes may name people. */
  readonly reason?: Uint8Array;
}
type Place = Pick<Anomaly, 'district' | 'unit' | 'team'>;

export const anomalyAt = (district: string, id: string): Target => ({
  table: 'Service',
  key: { pk: `T#${district}#AN#${id}`, sk: 'AN' },
});
export const anomalyOf = (item: Item) => item as unknown as Anomaly;

type State = 'open' | 'closed';
const queuePk = (district: string, unit: string, state: State) => `T#${district}#Q#${unit}#anomaly-${state}`;
export const anomaliesOf = (district: string, unit: string, state: State): Omit<Query, 'limit' | 'after'> => ({
  table: 'Service',
  index: 'byQueue',
  pk: queuePk(district, unit, state),
  descending: true,
});
export const anomalyKeys = (
  { district, unit, id }: Omit<Anomaly, keyof Sign>,
  state: State,
  at: number,
): Attributes => ({
  byQueuePk: queuePk(district, unit, state),
  byQueueSk: `${new Date(at).toISOString()}#${id}`,
});

/** The same sign of the same thing is one row for ever, whatever became of it. */
export const anomalyId = ({ district, unit }: Omit<Place, 'team'>, { kind, thing, day }: Sign) =>
  derivedId(startOfDay(day), district, unit, kind, thing);
export function newAnomaly(place: Place, sign: Sign): Write {
  const id = anomalyId(place, sign);
  const row = { id, ...place, ...sign, staff: [...sign.staff] };
  return {
    ...anomalyAt(place.district, id),
    put: { v: version, ...row, ...anomalyKeys(row, 'open', sign.at) },
    when: [['pk', 'absent']],
    or: 'lost_race',
  };
}

/** That somebody approved what somebody else had confirmed, in a month. */
export const pairAt = (district: string, month: string, confirmer: string, approver: string): Target => ({
  table: 'Service',
  key: { pk: `T#${district}#PAIR#${month}#${confirmer}`, sk: approver },
});
