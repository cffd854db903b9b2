/** A stage's total as it was on leaving the stage. What became final or was corrected since shows beside it. */
import type { Attributes, Item } from '../platform/store/port.ts';
import { version } from './rows.ts';

export interface Seal {
  readonly minutes: number;
  readonly at: number;
}
export const sealedRow = ({ minutes, at }: Seal): Attributes => ({ v: version, minutes, at });
export const sealOf = (item: Item | undefined): Seal | undefined =>
  item && { minutes: Number(item.minutes), at: Number(item.at) };
