/** What is said of a record besides its times: how well it was done, and how it was corrected. */
import type { ratingTags } from '../../shared/contracts/hours-shapes.ts';

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
