/** Reads one roster file in this process and prints the most memory, in bytes, that the process ever had. */
import { readFileSync } from 'node:fs';
import { Problem } from '../../../functions/platform/problem.ts';
import { readRoster } from '../../../functions/volunteers/roster/read-roster.ts';

await readRoster(readFileSync(process.argv[2] as string), '名册.xlsx', { schoolYear: 2026 }).catch((error: unknown) => {
  if (!(error instanceof Problem)) throw error;
});
process.stdout.write(String(process.resourceUsage().maxRSS * 1024));
