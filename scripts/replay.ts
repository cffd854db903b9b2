/**
 * `npm run replay -- --region cn-north-1 < parked.json > event.json`: makes of a message that Lambda has parked (what
 * `aws sqs receive-message` prints) the event that the function is to be given once more.
 */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type ParkedBatch, parkedRecords } from '../functions/platform/store/dynamo/parked-records.ts';
import { fail } from './server/sentence.ts';

/** @throws Error with one sentence when the text holds no parked batch */
export function parkedBatches(printed: string): ParkedBatch[] {
  // The CLI prints nothing at all where no message waits.
  const { Messages = [] } = JSON.parse(printed.trim() || '{}') as { Messages?: readonly { readonly Body: string }[] };
  const batches = Messages.map(({ Body }) => {
    const { DDBStreamBatchInfo } = JSON.parse(Body) as { DDBStreamBatchInfo?: ParkedBatch };
    if (!DDBStreamBatchInfo) throw new Error('This is not a batch of a table’s stream: missed ticks need no replay.');
    return DDBStreamBatchInfo;
  });
  if (batches.length === 0) throw new Error('There is no message in it.');
  return batches;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { region: { type: 'string' }, endpoint: { type: 'string' } } });
  const { region, endpoint } = values;
  if (!region) throw new Error('Usage: npm run replay -- --region <region> < parked.json > event.json');
  const batches = parkedBatches(await text(process.stdin));
  const records = [];
  for (const batch of batches) records.push(...(await parkedRecords(batch, { region, endpoint })));
  process.stdout.write(`${JSON.stringify({ Records: records })}\n`);
}

if (import.meta.main) run().catch(fail);
