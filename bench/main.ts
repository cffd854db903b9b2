/**
 * `npm run bench [-- --quick] [deployed] [approve] [check-in] [dispatch] [pupils] [import] [pages]`: measures speed on
 * DynamoDB Local at 16 clients, as ratios within one run, the pupils' table, a large import and a morning's orders on
 * the embedded store, and the points page on a slow phone; or those named alone.
 * Prints a table and writes `bench/results.json`; a goal that is missed is said there and is no failure of the run.
 */
import { parseArgs } from 'node:util';
import { benchApprove } from './approve.ts';
import { benchBalance } from './balance.ts';
import { benchCheckIn } from './check-in.ts';
import { benchDispatch } from './dispatch.ts';
import { benchImport } from './import.ts';
import { benchPages } from './pages.ts';
import { benchPupils } from './pupils.ts';
import { benchRedeem } from './redeem.ts';
import { type Finding, print, save } from './report.ts';
import { openStage } from './stage.ts';
import { benchStart } from './start.ts';
import { openTown } from './town.ts';

const sizes = {
  whole: {
    redeem: { rounds: 9, tasks: 320 },
    balance: { rounds: 9, tasks: 1600 },
    start: { starts: 15 },
    pupils: { rounds: 9 },
    pages: { visits: 9 },
    import: { rounds: 5, rows: 39_000 },
    approve: { rounds: 9 },
    checkIn: { rounds: 5 },
  },
  quick: {
    redeem: { rounds: 3, tasks: 96 },
    balance: { rounds: 3, tasks: 320 },
    start: { starts: 9 },
    pupils: { rounds: 3 },
    pages: { visits: 3 },
    import: { rounds: 3, rows: 39_000 },
    approve: { rounds: 3 },
    checkIn: { rounds: 2 },
  },
};

const options = { quick: { type: 'boolean', default: false } } as const;
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const size = values.quick ? sizes.quick : sizes.whole;
const findings: Finding[] = [];

function found(some: readonly Finding[]): void {
  for (const finding of some) print(finding);
  findings.push(...some);
}

async function benchDeployed(): Promise<void> {
  const stage = await openStage();
  try {
    const town = await openTown(stage);
    found([await benchRedeem(stage, town, size.redeem)]);
    found([await benchBalance(stage, town, size.balance)]);
    found(await benchStart(stage, town, size.start));
  } finally {
    await stage.close();
  }
}

// Leaving by `exit` takes DynamoDB Local along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const isAsked = (name: string) => positionals.length === 0 || positionals.includes(name);
if (isAsked('deployed')) await benchDeployed();
if (isAsked('approve')) found([await benchApprove(size.approve)]);
if (isAsked('check-in')) found(await benchCheckIn(size.checkIn));
if (isAsked('pupils')) found(await benchPupils(size.pupils));
if (isAsked('import')) found(await benchImport(size.import));
if (isAsked('dispatch')) found(await benchDispatch());
if (isAsked('pages')) found(await benchPages(size.pages));
await save(findings);
// The demo's server leaves its schedules behind.
process.exit();
