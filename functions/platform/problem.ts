import { type ProblemCode, problems, type ShapeError } from '../../shared/problems.ts';

/** A refusal: one of the ways of saying no in `shared/problems.ts`. Anything else that is thrown is a fault. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** Facts for the asker beside the title; never personal data. */
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
  get status(): number {
    return problems[this.code].status;
  }
}

export interface ProblemFacts {
  /** A Chinese sentence that says what to do next. */
  readonly detail?: string;
  readonly errors?: readonly ShapeError[];
  /** Seconds to wait before another try. */
  readonly retryAfter?: number;
  /** True when the idempotency key has been used up by this answer: the next try needs a new one. */
  readonly keySpent?: boolean;
}
