import type { Write } from '../platform/store/port.ts';
import { districtNameAt, unitsWrite } from './rows.ts';

/** A district at its founding. Its id is its root unit's id too. */
export interface Founding {
  readonly id: string;
  /** Unique in the deployment, so that setting up twice founds one district. */
  readonly name: string;
  /** The first administrator's account. */
  readonly administrator: string;
  readonly at: number;
}

/** The writes that found a district with nothing but its root unit. */
export function foundDistrict({ id, name, administrator, at }: Founding): Write[] {
  return [
    {
      ...districtNameAt(name),
      put: { v: 1, district: id, administrator, at },
      when: [['pk', 'absent']],
      or: 'lost_race',
    },
    unitsWrite(id, { ver: 0, units: [{ id, kind: 'district', name }] }),
  ];
}
