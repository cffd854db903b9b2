/**
 * `npm run minors-audit -- --year 2026 [--stage prod --region cn-north-1]`: the yearly audit of how minors' data was
 * handled in a deployment or the configured store (《未成年人网络保护条例》 Art. 37, due at the end of January): who of the
 * staff opened files and lists, how often and for what, and where consents stand. Ids and counts only, no names; CSV on
 * the standard output.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { openStore } from '../functions/platform/open-tools.ts';
import { hasData } from '../functions/platform/store/embedded/open-embedded.ts';
import { csvText } from '../shared/rules/csv.ts';
import { deploymentOptions, workOn } from './deployment.ts';
import { tallyMinors } from './minors/tally.ts';
import { fail } from './server/sentence.ts';

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { year: { type: 'string' }, ...deploymentOptions } });
  const year = Number(values.year);
  if (!Number.isInteger(year) || year < 2000 || year > 2999)
    throw new Error('Usage: npm run minors-audit -- --year <year> [--stage <stage> --region <region>]');
  workOn(values);
  const config = readConfig();
  // A store that is opened is made where there is none, and an audit of nothing looks like one without a finding.
  if (config.store.kind === 'embedded' && !hasData(config.dataDir))
    throw new Error(
      `There is no data in ${config.dataDir}: set DATA_DIR, or name a deployment by --stage and --region.`,
    );
  process.stdout.write(csvText(await tallyMinors(await openStore(config), year)));
}

run().catch(fail);
