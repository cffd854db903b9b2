/** Two names: whoever proposed, entered or benefits from a change does not decide it. */
import type { ProblemCode } from '../../shared/problems.ts';
import type { Who } from '../platform/identity/who.ts';
import type { Change } from './rows.ts';

/** Why the asker may not decide; undefined when nothing about the asker stands against it. */
export function whyNot({ person, account, post, suspended }: Who, change: Change): ProblemCode | undefined {
  const isAsker = (id: string) => id === person || id === account;
  if (suspended) return 'right_suspended';
  if (isAsker(change.volunteer) || ('merged' in change && isAsker(change.merged))) return 'own_account';
  if (isAsker(change.proposedBy)) return 'second_person_needed';
  if ('finding' in change || change.kind === 'finding') {
    if (isAsker(change.recordedBy)) return 'second_person_needed';
  }
  if (change.kind === 'correction') return isAsker(change.recordedBy) ? 'second_person_needed' : undefined;
  return post.role === 'approver' ? 'post_not_allowed' : undefined;
}
