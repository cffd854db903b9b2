/**
 * `npm run seed [-- --founding [--schools 30]]`: makes the demo district, or the founding case, in an empty data folder
 * without serving it. The founding case prints how long it took and ends with exit code 1 unless its figures are exact.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../functions/platform/config.ts';
import { openBacking } from './local/backing.ts';
import { foundingSize } from './local/founding-size.ts';
import { demoSignIns, seedIfEmpty } from './local/seed.ts';
import { seedFounding } from './local/seed-founding.ts';

const backing = openBacking(resolve(process.env.DATA_DIR || '.data'));
Object.assign(process.env, backing.environment);
const { values } = parseArgs({ options: { founding: { type: 'boolean' }, schools: { type: 'string' } } });
if (values.founding) {
  const schools = Number(values.schools ?? foundingSize.schools);
  const exact = await seedFounding(readConfig(), backing.feed, { ...foundingSize, schools });
  backing.close();
  process.exit(exact ? 0 : 1);
}
await seedIfEmpty(readConfig(), backing.feed);
backing.close();
process.stdout.write(`The demo district is there.\n${demoSignIns.join('\n')}\n`);
