/** `npm run seed`: makes the demo district in an empty data folder without serving it. */
import { resolve } from 'node:path';
import { readConfig } from '../functions/platform/config.ts';
import { openBacking } from './local/backing.ts';
import { demoSignIns, seedIfEmpty } from './local/seed.ts';

const store = process.env.TIMEBANK_STORE === 'dynamodb' ? 'dynamodb' : 'embedded';
const backing = await openBacking({ store, dataDir: resolve(process.env.DATA_DIR || '.data') });
Object.assign(process.env, backing.environment);
await seedIfEmpty(readConfig(), backing.feed);
await backing.close();
process.stdout.write(`The demo district is there.\n${demoSignIns.join('\n')}\n`);
