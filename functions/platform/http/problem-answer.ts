import { problems } from '../../../shared/problems.ts';
import { Problem } from '../problem.ts';
import { Busy, OutcomeUnknown } from '../store/port.ts';

/** What went wrong, as something that may leave the house. Anything that is not a refusal is a fault. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Busy) return new Problem('busy', { retryAfter: 1 });
  if (error instanceof OutcomeUnknown) return new Problem('outcome_unknown', { retryAfter: 2 });
  return new Problem('fault');
}

/**
 * RFC 9457. `keySpent` tells the client whether its next try needs a new idempotency key, `traceId` is what the person
 * reads out when asking for help: every line of the log about the request carries it.
 */
export function problemAnswer(problem: Problem, requestId: string): Response {
  const { status, title } = problems[problem.code];
  const { retryAfter, keySpent = false, detail, errors } = problem.facts;
  const type = `/api/problems/${problem.code}`;
  const asked = { instance: requestId, traceId: requestId };
  const body = { type, title, status, detail, ...asked, code: problem.code, keySpent, errors };
  // What stands between keeps some errors for a while unless told not to: the next asker may be another person.
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}
