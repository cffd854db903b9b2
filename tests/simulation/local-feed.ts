/** The streams of DynamoDB Local as the simulator tells them: kept in one list, so that they can be told again. */
import type { DynamoDBRecord } from 'aws-lambda';
import type { Change } from '../../functions/entries/wiring/project.ts';
import { localStreams } from '../../functions/platform/store/dynamo/local-streams.ts';
import { changeOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import type { Feed } from './background.ts';

export async function localFeed(endpoint: string, tablePrefix: string): Promise<Feed> {
  const streams = await localStreams(endpoint, 'local', tablePrefix);
  const told: Change[] = [];
  return async (afterSequence, limit) => {
    if (told.length <= afterSequence) {
      const records = await streams.read();
      const changes = records.map((record) => changeOf(withEmptyMaps(record), tablePrefix));
      for (const change of changes) told.push({ ...change, sequence: String(told.length + 1) });
      const last = records.at(-1);
      if (last) await streams.finish(last);
    }
    return told.slice(afterSequence, afterSequence + limit);
  };
}

/** In its streams DynamoDB Local leaves out the type of an empty map, which DynamoDB does not. */
function withEmptyMaps(record: DynamoDBRecord): DynamoDBRecord {
  return JSON.parse(JSON.stringify(record), (name, value) => {
    const isTypeless = name !== 'M' && typeof value === 'object' && Object.keys(value ?? { S: '' }).length === 0;
    return isTypeless && !Array.isArray(value) ? { M: {} } : value;
  });
}
