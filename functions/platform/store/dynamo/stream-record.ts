/** Stream records as Lambda gets them, to and from the store's own words. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { type TableName, tableNames } from '../../../../shared/tables.ts';
import type { StreamRecord } from '../embedded/ordered-map.ts';
import type { Item } from '../port.ts';

export interface StreamChange {
  readonly table: TableName;
  readonly sequence: string;
  readonly at: number;
  readonly oldImage?: Item;
  readonly newImage?: Item;
}

/** What a Lambda record tells. @throws for a table that is not ours */
export function changeOf({ dynamodb, eventSourceARN = '' }: DynamoDBRecord, tablePrefix: string): StreamChange {
  const name = eventSourceARN.split('/')[1] ?? '';
  const table = tableNames.find((candidate) => `${tablePrefix}${candidate}` === name);
  if (!table || !dynamodb?.SequenceNumber) throw new Error(`A stream record of an unknown table ${name}`);
  const itemOf = (image: unknown) =>
    image ? (unmarshall(image as Record<string, AttributeValue>) as Item) : undefined;
  return {
    table,
    sequence: dynamodb.SequenceNumber,
    // Seconds may come with a fraction, which times a thousand is no whole number; an instant is one.
    at: Math.round((dynamodb.ApproximateCreationDateTime ?? 0) * 1000),
    oldImage: itemOf(dynamodb.OldImage),
    newImage: itemOf(dynamodb.NewImage),
  };
}

/** The Lambda record of an embedded store's change: the local runner hands the same events to the same function. */
export function lambdaRecordOf({
  table,
  sequence,
  eventName,
  at,
  keys,
  oldImage,
  newImage,
}: StreamRecord): DynamoDBRecord {
  const image = (item: object | undefined) =>
    item && (marshall(item) as NonNullable<DynamoDBRecord['dynamodb']>['Keys']);
  return {
    eventID: String(sequence),
    eventName,
    eventSource: 'aws:dynamodb',
    eventVersion: '1.1',
    eventSourceARN: `arn:local:dynamodb:local:local:table/${table}/stream/embedded`,
    dynamodb: {
      ApproximateCreationDateTime: at / 1000,
      Keys: image(keys),
      NewImage: image(newImage),
      OldImage: image(oldImage),
      SequenceNumber: String(sequence),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  };
}
