/** What was done and may have begun anew since: whoever was told of it may find it otherwise, and rightly so. */

import type { Attempt } from '../history.ts';
import type { Operation } from '../operation.ts';

export interface BegunAnew {
  /** Approvals that somebody may have taken back: shift, volunteer and approver. */
  readonly undone: ReadonlySet<string>;
  /** Shifts that strangers objected to. */
  readonly strangers: ReadonlySet<string>;
  /** Records that an objection may have given back to their leader. */
  readonly returned: ReadonlySet<string>;
}

export const begunAnewIn = (attempts: readonly Attempt[]): BegunAnew => ({
  undone: undoneIn(attempts),
  strangers: strangersIn(attempts),
  returned: returnedIn(attempts),
});

/** Heard or not, an undoing may have happened to all that it named, and without names to the whole shift. */
function undoneIn(attempts: readonly Attempt[]): Set<string> {
  const undoings = attempts.filter(({ operation }) => operation.name === 'POST /api/shifts/{shift}/approval/undo');
  const named = undoings.flatMap(({ operation: { params, body, who } }) => {
    const { shift } = params as { shift: string };
    const { volunteers = ['everybody'] } = body as { volunteers?: readonly string[] };
    return volunteers.map((volunteer) => `${shift} ${volunteer} ${who.person}`);
  });
  return new Set(named);
}

function strangersIn(attempts: readonly Attempt[]): Set<string> {
  const theirs = attempts.filter(({ operation }) => operation.name === 'POST /api/publicity/{school}/objections');
  return new Set(theirs.map(({ operation }) => (operation.body as { shift: string }).shift));
}

function returnedIn(attempts: readonly Attempt[]): Set<string> {
  const decided = attempts.filter(({ operation }) => operation.name === decidingObjection);
  const returned = decided.filter(({ operation }) => (operation.body as { decision: string }).decision === 'returned');
  return new Set(returned.map(({ operation }) => recordIn(operation)));
}
export const decidingObjection = 'POST /api/shifts/{shift}/objections/{volunteer}';
/** Shift and volunteer that a request names. */
export function recordIn({ params }: Operation): string {
  const { shift, volunteer } = params as { shift: string; volunteer: string };
  return `${shift} ${volunteer}`;
}
