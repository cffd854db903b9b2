/**
 * `npm run audit [-- --stage prod --region cn-north-1]`: counts every balance of a deployment or of the configured
 * store (a data folder by `DATA_DIR`, tables by `TIMEBANK_STORE=dynamodb`) from zero and prints each district's root
 * hash. With a difference it prints the first ones and ends with exit code 1. It reads only; nobody should be writing
 * meanwhile.
 */
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { openStore } from '../functions/platform/open-tools.ts';
import { hasData } from '../functions/platform/store/embedded/open-embedded.ts';
import { type AuditedDistrict, auditStore } from './audit/audit-store.ts';
import { deploymentOptions, workOn } from './deployment.ts';
import { asTyped, fail } from './server/sentence.ts';

function report({ district, root, wallets, entries, violations }: AuditedDistrict, all: boolean): string {
  const shown = all ? violations : violations.slice(0, 1);
  const left = violations.length - shown.length;
  return [
    `district ${district}: ${wallets} wallets, ${entries} entries, ${violations.length} differences`,
    `  root ${root}`,
    ...shown.map((violation) => `  ${violation}`),
    ...(left > 0 ? [asTyped(`  and ${left} more: npm run audit -- --all`)] : []),
  ].join('\n');
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, ...deploymentOptions } });
  workOn(values);
  const config = readConfig();
  // A store that is opened is made where there is none.
  const isEmpty = config.store.kind === 'embedded' && !hasData(config.dataDir);
  const { districts } = isEmpty ? { districts: [] } : await auditStore(await openStore(config));
  const told = districts.map((district) => `${report(district, values.all)}\n`).join('');
  process.stdout.write(told || `${isEmpty ? 'No district is' : 'No points or minutes are'} stored here.\n`);
  process.exitCode = districts.some(({ violations }) => violations.length > 0) ? 1 : 0;
}

run().catch(fail);
