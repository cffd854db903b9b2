/** What DynamoDB's errors mean: a definite no, certainly nothing, nobody knows, or a fault of ours. */
import type { AttributeValue, CancellationReason } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Busy, type FailedGuard, type Item, type Outcome, OutcomeUnknown } from '../port.ts';

interface AwsError {
  readonly name?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly CancellationReasons?: readonly CancellationReason[];
  readonly Item?: Record<string, AttributeValue>;
}

/** Refused before anything was done: a whole request, or one action of a transaction. */
const busyNames = new Set([
  'ThrottlingException',
  'ThrottlingError',
  'ProvisionedThroughputExceededException',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
  'TransactionConflictException',
  'TransactionConflict',
]);
const silentNames = new Set(['TimeoutError', 'AbortError', 'RequestTimeout', 'TransactionInProgressException']);
const silentCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ERR_STREAM_PREMATURE_CLOSE|HPE_)/;

/**
 * The outcome that an error of a write tells.
 * @returns the guards that failed
 * @throws Busy, OutcomeUnknown, or the error itself when it is a fault
 */
export function outcomeOf(error: unknown): Outcome {
  const { name = '', Item: item, CancellationReasons: reasons } = error as AwsError;
  if (name === 'ConditionalCheckFailedException') return { done: false, failed: [failedGuard(0, item)] };
  if (name === 'TransactionCanceledException' && reasons) return outcomeOfReasons(reasons, error);
  if (busyNames.has(name)) throw new Busy(name, { cause: error });
  if (isSilence(error as AwsError)) throw new OutcomeUnknown(name, { cause: error });
  throw error;
}

/** Reasons come in the order of the actions. Any failed guard is a definite no, whatever else there was. */
function outcomeOfReasons(reasons: readonly CancellationReason[], error: unknown): Outcome {
  const failed = reasons.flatMap(({ Code, Item }, position) =>
    Code === 'ConditionalCheckFailed' ? [failedGuard(position, Item)] : [],
  );
  if (failed.length > 0) return { done: false, failed };
  const codes = reasons.map(({ Code = 'None' }) => Code).filter((code) => code !== 'None');
  if (codes.length === 0 || !codes.every((code) => busyNames.has(code))) throw error;
  throw new Busy(codes.join(', '), { cause: error });
}

function failedGuard(write: number, item: Record<string, AttributeValue> | undefined): FailedGuard {
  return { write, item: item && (unmarshall(item) as Item) };
}

/** What an error of a read is thrown as: a read has done nothing, so silence is as good as `Busy`. */
export function readFailure(error: unknown): unknown {
  const { name = '' } = error as AwsError;
  return busyNames.has(name) || isSilence(error as AwsError) ? new Busy(name, { cause: error }) : error;
}

/** No answer, a server that failed, or a good answer that could not be read. */
function isSilence({ name = '', code, $metadata }: AwsError): boolean {
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 500 || (status >= 200 && status < 300)) return true;
  return silentNames.has(name) || silentCodes.test(String(code));
}
