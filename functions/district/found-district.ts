import type { Day } from '../../shared/rules/calendar.ts';
import type { Write } from '../platform/store/port.ts';
import { districtNameAt, rulesAt, rulesWrite, unitsWrite } from './rows.ts';

/** A district at its founding. Its id is its root unit's id too. */
export interface Founding {
  readonly id: string;
  /** Unique in the deployment, so that setting up twice founds one district. */
  readonly name: string;
  /** The first administrator's account. */
  readonly administrator: string;
  readonly at: number;
  /** Administrators need codes from a phone from this day on; absent where the district says so itself. */
  readonly codesFrom?: Day | undefined;
}

const codesRule = { key: 'administrator_totp', value: 1 } as const;

/** The writes that found a district with nothing but its root unit, and its first rule if there is one. */
export function foundDistrict({ id, name, administrator, at, codesFrom }: Founding): Write[] {
  return [
    {
      ...districtNameAt(name),
      put: { v: 1, district: id, administrator, at },
      when: [['pk', 'absent']],
      or: 'lost_race',
    },
    unitsWrite(id, { ver: 0, units: [{ id, kind: 'district', name }] }),
    ...(codesFrom
      ? [rulesWrite(rulesAt(id), { ver: 0, versions: [{ ...codesRule, from: codesFrom, by: administrator, at }] })]
      : []),
  ];
}
