/**
 * Requests that make no sense on any store are faults of the caller and are thrown before anything is sent. The limits
 * are DynamoDB's; its own words for breaking them are riddles, and the embedded engine must refuse the same.
 */
import type { Change, Condition, Query, Target, Write } from './port.ts';
import { limits } from './port.ts';

/** @throws Error for no or too many writes, one item written twice, or a write that says nothing. */
export function checkWrites(writes: readonly Write[]): void {
  if (writes.length === 0) throw new Error('A transaction without writes');
  if (writes.length > limits.writesPerTransaction) {
    throw new Error(`A transaction of ${writes.length} writes, ${limits.writesPerTransaction} are allowed`);
  }
  const seen = new Set<string>();
  for (const write of writes) {
    seen.add(itemName(write));
    for (const condition of write.when ?? []) checkCondition(condition);
    if ('update' in write) checkChange(write.update);
    if ('check' in write && write.when.length === 0) throw new Error('A check without conditions');
  }
  if (seen.size < writes.length) throw new Error('A transaction writes one item twice');
}

/** @throws Error when more keys are asked for than one read may carry. */
export function checkKeys(keys: readonly Target[]): void {
  if (keys.length > limits.keysPerGet) {
    throw new Error(`A read of ${keys.length} keys, ${limits.keysPerGet} are allowed`);
  }
}

/** @throws Error when the page size of a query or scan is not 1–1000. */
export function checkPage({ limit }: Pick<Query, 'limit'>): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new Error(`A page of ${limit} items, 1–1000 are allowed`);
}

/** One string for one item: tables and keys hold no NUL. */
export const itemName = ({ table, key }: Target): string => `${table}\0${key.pk}\0${key.sk}`;

function checkCondition(condition: Condition): void {
  if ('any' in condition) {
    if (condition.any.length === 0) throw new Error('A choice between no conditions');
    for (const one of condition.any) checkCondition(one);
  } else if (typeof condition[2] === 'boolean' && condition[1] !== '=' && condition[1] !== '<>') {
    throw new Error('Booleans have no order');
  }
}

function checkChange({ set = {}, add = {}, remove = [] }: Change): void {
  const names = [...Object.keys(set), ...Object.keys(add), ...remove];
  if (names.length === 0) throw new Error('An update that changes nothing');
  if (names.includes('pk') || names.includes('sk')) throw new Error('An update of a key');
  if (new Set(names).size < names.length) throw new Error('An update changes one attribute twice');
}
