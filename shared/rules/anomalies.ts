/** What a unit has to look at because it is unlikely; none of it says that anybody did wrong. */
export const anomalyKinds = [
  /** Approved minutes after it was entered: nobody can have looked. */
  'approved_at_once',
  /** Whoever approved is among those who served. */
  'approver_took_part',
  /** Too much of a team's month was entered late. */
  'make_up_share',
  /** Many services of a team's month, entered by hand, all of one length. */
  'same_lengths',
  /** Two people who approve each other's in one month. */
  'mutual_approvals',
  /** Entered late by somebody who was found to have made up a record. */
  'fraud_review',
] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

/** A service of a team's month that was entered by hand: no check-in says when anybody came. */
export interface EnteredByHand {
  readonly name: string;
  /** Entered late, from memory. */
  readonly isMakeUp: boolean;
  /** What everybody served; 0 where not all served equally long. */
  readonly eachMinutes: number;
}

/**
 * Whether durations are alike that seldom are (`docs/rules.md`). A duty is as long every time, and whoever is on it
 * serves the planned time: however often it is entered in time, it counts once. What strikes is
 * - so many make-up services, of whatever name: remembered afterwards, they would differ;
 * - so many different services, when nothing that the team entered by hand in the month was longer or shorter, for
 *   nobody: invented hours look like that.
 * @param services of one month @param most from how many on @returns how many are alike; 0 when it is nothing unusual
 */
export function strikinglyAlike(services: readonly EnteredByHand[], most: number): number {
  const makeUp = services.filter(({ isMakeUp }) => isMakeUp);
  if (makeUp.length >= most && areAlike(makeUp)) return makeUp.length;
  const names = new Set(services.map(({ name }) => name));
  return names.size >= most && areAlike(services) ? services.length : 0;
}

const areAlike = ([first, ...others]: readonly EnteredByHand[]): boolean =>
  first !== undefined && first.eachMinutes > 0 && others.every(({ eachMinutes }) => eachMinutes === first.eachMinutes);
