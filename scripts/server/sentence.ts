/** How a command ends that could not do its work: with a sentence for whoever typed it, and exit code 1. */
import { Problem } from '../../functions/platform/problem.ts';
import { problems } from '../../shared/problems.ts';

export function fail(error: unknown): void {
  process.stderr.write(`${sentence(error)}\n`);
  process.exit(1);
}

function sentence(error: unknown): string {
  if (error instanceof Problem) return problems[error.code].title;
  return error instanceof Error ? error.message : String(error);
}
