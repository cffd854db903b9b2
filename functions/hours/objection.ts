import type { ObjectionDecision, ObjectionReason } from '../../shared/rules/objections.ts';

export type Objector = 'volunteer' | 'guardian' | 'public';
export interface Objection {
  readonly by: Objector;
  readonly reason: ObjectionReason;
  /** Sealed: whoever writes may name people. */
  readonly text?: Uint8Array;
  readonly at: number;
  /** Working days of publicity that were left. */
  readonly daysLeft: number;
  readonly decision?: ObjectionDecision;
  readonly answer?: Uint8Array;
  /** The decider's account. */
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  /** Names a stranger's objection in the receipt by which its answer is read. */
  readonly receipt?: string;
  /** Strangers' objections to the record that were decided before this one: their receipts still tell the answer. */
  readonly earlier?: readonly Objection[];
}
