/** What a unit has to look at because it is unlikely; none of it says that anybody did wrong. */
export const anomalyKinds = [
  /** Approved minutes after it was entered: nobody can have looked. */
  'approved_at_once',
  /** Whoever approved is among those who served. */
  'approver_took_part',
  /** Too much of a team's month was entered late. */
  'make_up_share',
  /** Many services of a team's month, entered late, all of one length. */
  'same_lengths',
  /** Two people who approve each other's in one month. */
  'mutual_approvals',
  /** Entered late by somebody who was found to have made up a record. */
  'fraud_review',
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];
