import type { ProblemCode } from '../../shared/problems.ts';

/** A refusal as the API writes it (RFC 9457), or that no answer came: then `code` is `offline`. */
export interface ProblemSaid {
  readonly code: ProblemCode | 'offline';
  readonly status: number;
  readonly title?: string;
  readonly detail?: string;
  /** What to read out when asking for help. */
  readonly traceId?: string;
  /** True after a definite no: the next try is another request, with another key. */
  readonly keySpent?: boolean;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemSaid;
  constructor(problem: ProblemSaid) {
    super(problem.code);
    this.problem = problem;
  }
}

export const offline: ProblemSaid = { code: 'offline', status: 0 };

/** @returns the problem of an answer that is none: a gateway's own error page has no code */
export async function problemOf(response: Response): Promise<ProblemSaid> {
  const said: Partial<ProblemSaid> = await response.json().catch(() => ({}));
  return { ...said, code: said.code ?? 'fault', status: response.status };
}
