/** Two names: whoever proposed, entered or benefits from a change does not decide it, nor a guardian of the child. */
import type { ProblemCode } from '../../shared/problems.ts';
import { postsOf } from '../access/index.ts';
import { childrenIn } from '../hours/index.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import type { Change } from './rows.ts';

/** The children whose guardian the asker is, by whichever post. */
export const childrenOf = async (tools: Tools, who: Who): Promise<ReadonlySet<string>> =>
  childrenIn(await postsOf(tools, who));

/** Nobody proposes for themselves or for their own child. @throws own_account, relative_hours */
export async function mustBeAnothers(tools: Tools, who: Who, volunteer: string): Promise<void> {
  if (volunteer === who.person) throw new Problem('own_account');
  if ((await childrenOf(tools, who)).has(volunteer)) throw new Problem('relative_hours');
}

/** Why the asker, guardian of these children, may not decide; undefined when nothing stands against it. */
export function whyNot(
  { person, account, post, suspended }: Who,
  children: ReadonlySet<string>,
  change: Change,
): ProblemCode | undefined {
  const isAsker = (id: string) => id === person || id === account;
  if (suspended) return 'right_suspended';
  const about = [change.volunteer, ...('merged' in change ? [change.merged] : [])];
  if (about.some(isAsker)) return 'own_account';
  if (about.some((volunteer) => children.has(volunteer))) return 'relative_hours';
  if (isAsker(change.proposedBy)) return 'second_person_needed';
  if ('finding' in change || change.kind === 'finding') {
    if (isAsker(change.recordedBy)) return 'second_person_needed';
  }
  if (change.kind === 'correction') return isAsker(change.recordedBy) ? 'second_person_needed' : undefined;
  return post.role === 'approver' ? 'post_not_allowed' : undefined;
}
