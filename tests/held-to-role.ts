/** A store that refuses what a function's role does not allow, as the deployed one would. */
import type { Store } from '../functions/platform/store/port.ts';
import { type FunctionName, type Right, rights } from '../infra/rights.ts';
import type { TableName } from '../shared/tables.ts';

/** What was needed since the test file began: `clock Ledger put`. */
export const needed = new Set<string>();

export function heldToRole(store: Store, name: FunctionName): Store {
  const needs = (table: TableName, right: Right) => {
    const held: readonly Right[] = rights[name][table] ?? [];
    if (!held.includes(right)) throw new Error(`The role of ${name} has no right to ${right} on ${table}`);
    needed.add(`${name} ${table} ${right}`);
  };
  return {
    async get(keys) {
      for (const { table } of keys) needs(table, 'get');
      return store.get(keys);
    },
    async query(query) {
      needs(query.table, (query.index as Right | undefined) ?? 'query');
      return store.query(query);
    },
    async transact(operation, writes) {
      for (const write of writes) {
        const verb = (['put', 'update', 'remove', 'check'] as const).find((one) => one in write);
        if (verb) needs(write.table, verb);
      }
      return store.transact(operation, writes);
    },
    scan: () => Promise.reject(new Error('No function may scan')),
  };
}
