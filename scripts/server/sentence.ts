/** How a command ends that could not do its work: with a sentence for whoever typed it, and exit code 1. */
import { Problem } from '../../functions/platform/problem.ts';
import { problems } from '../../shared/problems.ts';

export function fail(error: unknown): void {
  process.stderr.write(`${asTyped(sentence(error))}\n`);
  process.exit(1);
}

/** Whoever has unpacked the archive of the single server has no npm: its launcher says so. */
export const asTyped = (text: string) =>
  process.env.TIMEBANK_ARCHIVE ? text.replaceAll(/npm run ([\w-]+)( --)?(?= |\.|$)/g, 'timebank $1') : text;

/** What went wrong, in the words of whoever knows. */
export function sentence(error: unknown): string {
  if (error instanceof Problem) return problems[error.code].title;
  if (error instanceof Error && error.name === 'CredentialsProviderError')
    return 'This shell has no credentials of an AWS account: `aws sts get-caller-identity` has to answer in it.';
  return error instanceof Error ? error.message : String(error);
}
