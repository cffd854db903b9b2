/**
 * The archive: every change of the ledger and its journal, put where nobody can change it. A row of the journal that is
 * changed or removed is counted, and the count wakes a person.
 */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { readArchiveConfig } from '../platform/config.ts';
import { openFiles } from '../platform/files/open-files.ts';
import { logFault } from '../platform/log.ts';
import { publish } from '../platform/metrics.ts';
import { archived } from '../platform/store/archive.ts';
import { changeOf } from '../platform/store/dynamo/stream-record.ts';

const { stage, tablePrefix, archive } = readArchiveConfig();
const files = openFiles(archive);

export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const [first, ...others] = Records.map((record) => changeOf(record, tablePrefix));
  if (!first) return { batchItemFailures: [] };
  try {
    const { path, bytes } = archived([first, ...others]);
    await files.put(path, bytes);
  } catch (error) {
    logFault(error, { table: first.table, count: Records.length });
    return { batchItemFailures: [{ itemIdentifier: first.sequence }] };
  }
  const touched = [first, ...others].filter(({ table, oldImage }) => table === 'Journal' && oldImage !== undefined);
  publish(stage, { ChangesArchived: Records.length, JournalChanges: touched.length });
  return { batchItemFailures: [] };
}
