/** What is said of a record besides its times: how they count, how well it was done, and how it was corrected. */
import type { ratingTags } from '../../shared/contracts/hours-shapes.ts';
import type { CreditLine } from '../../shared/rules/credit.ts';
import type { Interval } from '../../shared/rules/minutes.ts';
import type { Means } from '../../shared/rules/participation.ts';

/** How the minutes were counted, as the store keeps it: plain attributes. */
export const asValue = (lines: readonly CreditLine[]) => lines.map((line) => ({ ...line }));

/** A check-in and a check-out, and how each was noted. */
export interface Attended extends Interval {
  readonly came: Means;
  readonly left: Means;
}

export interface Rating {
  readonly quality: number;
  readonly tags: readonly (typeof ratingTags)[number][];
  readonly by: string;
  readonly at: number;
}
export interface Corrected {
  readonly change: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly by: string;
  readonly at: number;
  readonly minutesBefore: number;
  readonly pointsBefore: number;
}
