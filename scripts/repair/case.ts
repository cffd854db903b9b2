import type { Write } from '../../functions/platform/store/port.ts';

/** Something a copy lost that nobody but a person can decide: named by ids, told in words. */
export interface Case {
  /** Ids that a difference of the audit names: a wallet, a record, a redemption, a change, a stock. */
  readonly about: readonly string[];
  readonly says: string;
}
/** What can be put right from what is there, and what cannot. */
export interface Remedy {
  readonly writes: readonly Write[];
  readonly cases: readonly Case[];
}

export const together = (remedies: readonly Remedy[]): Remedy => ({
  writes: remedies.flatMap(({ writes }) => writes),
  cases: remedies.flatMap(({ cases }) => cases),
});
