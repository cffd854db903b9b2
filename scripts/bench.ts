/**
 * `npm run bench [-- --quick]`: measures speed on DynamoDB Local at 16 clients, as ratios within one run. Prints a
 * table and writes `bench/results.json`; a goal that is missed is said there and is no failure of the run.
 */
import { parseArgs } from 'node:util';
import { benchBalance } from '../bench/balance.ts';
import { benchRedeem } from '../bench/redeem.ts';
import { type Finding, print, save } from '../bench/report.ts';
import { openStage } from '../bench/stage.ts';
import { benchStart } from '../bench/start.ts';
import { openTown } from '../bench/town.ts';

const sizes = {
  whole: { redeem: { rounds: 9, tasks: 320 }, balance: { rounds: 9, tasks: 1600 }, start: { starts: 15 } },
  quick: { redeem: { rounds: 3, tasks: 96 }, balance: { rounds: 3, tasks: 320 }, start: { starts: 9 } },
};

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const size = values.quick ? sizes.quick : sizes.whole;

async function measure(): Promise<void> {
  const stage = await openStage();
  try {
    const town = await openTown(stage);
    const findings: Finding[] = [];
    const found = (some: readonly Finding[]) => {
      for (const finding of some) print(finding);
      findings.push(...some);
    };
    found([await benchRedeem(stage, town, size.redeem)]);
    found([await benchBalance(stage, town, size.balance)]);
    found(await benchStart(stage, town, size.start));
    await save(findings);
  } finally {
    await stage.close();
  }
}

// Leaving by `exit` takes DynamoDB Local along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await measure();
