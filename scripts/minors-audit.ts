/**
 * `npm run minors-audit -- --year 2026`: the yearly audit of how minors' data was handled (《未成年人网络保护条例》
 * Art. 37, due at the end of January): who of the staff opened files and lists, how often and for what, and where
 * consents stand. Ids and counts only, no names; CSV on the standard output.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { openStore } from '../functions/platform/open-tools.ts';
import { csvText } from '../shared/rules/csv.ts';
import { tallyMinors } from './minors/tally.ts';
import { fail } from './server/sentence.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { year: { type: 'string' } } });
  const year = Number(values.year);
  if (!Number.isInteger(year) || year < 2000 || year > 2999)
    throw new Error('Usage: npm run minors-audit -- --year <year>');
  process.stdout.write(csvText(await tallyMinors(await openStore(readConfig()), year)));
}

run().catch(fail);
