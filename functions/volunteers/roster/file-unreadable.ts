import { Problem } from '../../platform/problem.ts';

/** Refuses a file; the sentence says in Chinese what the school can do about it and quotes nothing from the file. */
export function fileUnreadable(detail: string): Problem {
  return new Problem('file_unreadable', { detail });
}
