/** What Lambda does between a table's stream and its follower: chooses what is told, and parks what keeps failing. */
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { StreamHandler } from '../local/feed.ts';
import type { Mapping } from './template.ts';

/** @param parked hears of each change that failed as often as the template allows */
export function follower(
  { tableName, patterns, attemptsMax }: Mapping,
  invoke: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | null>,
  parked: string[],
): StreamHandler {
  const given = new Set<string>();
  let failing = { sequence: '', attempts: 0 };
  return async ({ Records }) => {
    const told = Records.filter(
      (record) =>
        !given.has(record.dynamodb?.SequenceNumber ?? '') &&
        (patterns.length === 0 || patterns.some((pattern) => matches(pattern, record))),
    );
    if (told.length === 0) return { batchItemFailures: [] };
    const sequence = await failureOf(told, invoke);
    if (sequence === undefined) return { batchItemFailures: [] };
    failing = { sequence, attempts: failing.sequence === sequence ? failing.attempts + 1 : 1 };
    if (failing.attempts >= attemptsMax) {
      given.add(sequence);
      parked.push(`${tableName} ${sequence}`);
    }
    return { batchItemFailures: [{ itemIdentifier: sequence }] };
  };
}

/** The first change that failed. A function that throws has failed with all of them. */
async function failureOf(
  told: DynamoDBStreamEvent['Records'],
  invoke: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | null>,
): Promise<string | undefined> {
  const first = told[0]?.dynamodb?.SequenceNumber;
  return invoke({ Records: told }).then(
    (answer) => answer?.batchItemFailures[0]?.itemIdentifier,
    () => first,
  );
}

/** EventBridge's pattern, as far as exact values go. */
export function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.includes(value);
  if (typeof pattern !== 'object' || pattern === null) return false;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(pattern).every(([name, inner]) => matches(inner, (value as Record<string, unknown>)[name]));
}
