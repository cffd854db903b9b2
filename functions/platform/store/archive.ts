/**
 * The archive's objects: the changes of one batch of a table's stream, a JSON line each, gzipped. What is in them is as
 * the store had it; the ledger and its journal carry random ids and no personal data.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { StreamChange } from './dynamo/stream-record.ts';

/**
 * @param changes of one table, at least one, in the stream's order
 * @returns a path that the same batch has again when the stream repeats it: `Journal/2026/03/11/{sequence}-{count}`
 */
export function archived(changes: readonly [StreamChange, ...StreamChange[]]) {
  const [{ table, sequence, at }] = changes;
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '/');
  const lines = changes.map((change) => `${JSON.stringify(change)}\n`).join('');
  return {
    path: `${table}/${day}/${sequence}-${changes.length}.jsonl.gz`,
    bytes: new Uint8Array(gzipSync(lines)),
  };
}

/** @returns the changes of one object, in their order; objects may overlap, and a change's sequence tells it apart */
export function readArchived(bytes: Uint8Array): StreamChange[] {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as StreamChange);
}
