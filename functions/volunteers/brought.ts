/** What another district recorded of somebody who came from there, as it lies in the person's row. */
import type { Attributes } from '../platform/store/port.ts';

/** Final hours and stars of another district, when the person left it. */
export interface Brought {
  /** The district and the school by name. */
  readonly from: string;
  readonly at: number;
  readonly minutes: number;
  readonly minutesByStage: Readonly<Record<string, number>>;
  /** The highest level reached, by scheme. */
  readonly stars: Readonly<Record<string, number>>;
}

export const broughtValue = ({ minutesByStage, stars, ...one }: Brought): Attributes => ({
  ...one,
  minutesByStage: { ...minutesByStage },
  stars: { ...stars },
});
