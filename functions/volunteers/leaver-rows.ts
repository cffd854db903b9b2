/**
 * The only file that knows the rows of leavers: who left a class, and a stage's total as it was on leaving the stage.
 * What became final or was corrected since shows beside it.
 */
import type { Group } from '../../shared/rules/classes.ts';
import type { Attributes, Item, Target, Write } from '../platform/store/port.ts';
import { type SchoolClass, version } from './rows.ts';

const table = 'Volunteers' as const;
/** The directory of those who left a class; a school's rows of this kind are its list of leavers. */
export const leaversAt = (district: string, c: SchoolClass): Target => ({
  table,
  key: {
    pk: `T#${district}#SCHOOL#${c.school}`,
    sk: `LEFT#${c.stage}#${c.entryYear}#${String(c.number).padStart(3, '0')}`,
  },
});
export const leaversOf = (district: string, school: string) => ({
  table,
  pk: `T#${district}#SCHOOL#${school}`,
  sk: { prefix: 'LEFT#' },
  descending: true,
});
/** What somebody had served in a stage on leaving it. */
export const sealAt = (district: string, vid: string, stage: Group): Target => ({
  table,
  key: { pk: `T#${district}#V#${vid}`, sk: `SEAL#${stage}` },
});

export interface Seal {
  readonly minutes: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The version of the person's row that left the stage. */
  readonly ver: number;
}
export const sealedRow = ({ minutes, at, ver }: Seal): Attributes => ({ v: version, minutes, at, ver });
export const sealOf = (item: Item | undefined): Seal | undefined =>
  item && { minutes: Number(item.minutes), at: Number(item.at), ver: Number(item.ver) };

/** Seals a stage, unless this very leaving or a later one has been sealed. */
export const laterSealWrite = (district: string, vid: string, stage: Group, seal: Seal): Write => ({
  ...sealAt(district, vid, stage),
  put: sealedRow(seal),
  when: [
    {
      any: [
        ['pk', 'absent'],
        ['ver', '<', seal.ver],
      ],
    },
  ],
  or: 'lost_race',
});
