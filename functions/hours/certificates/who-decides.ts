/** Two names: whoever asked for a certificate, or whose hours it tells of, does not approve it. */
import type { ProblemCode } from '../../../shared/problems.ts';
import type { Who } from '../../platform/identity/who.ts';
import type { Certificate } from './rows.ts';

/** What stands against the asker as the one who decides; undefined when nothing does. */
export function stands(
  { person, account, suspended }: Who,
  { volunteer, askedBy }: Certificate,
): ProblemCode | undefined {
  if (suspended) return 'right_suspended';
  if (volunteer === person || volunteer === account) return 'own_account';
  return askedBy === person || askedBy === account ? 'second_person_needed' : undefined;
}
