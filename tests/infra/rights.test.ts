import { describe, expect, test } from 'vitest';
import { tick } from '../../functions/entries/wiring/tick.ts';
import type { Store } from '../../functions/platform/store/port.ts';
import { type FunctionName, functionNames, rights, type Verb } from '../../infra/rights.ts';
import { playDemo, storyDays } from '../../scripts/local/demo-story.ts';
import type { TableName } from '../../shared/tables.ts';
import { makeWorld } from '../harness.ts';

type Used = Set<`${FunctionName} ${TableName} ${Verb}`>;

/** A store that notes which function used which verb on which table. */
function noting(store: Store, used: Used, current: () => FunctionName): Store {
  const note = (table: TableName, verb: Verb) => used.add(`${current()} ${table} ${verb}`);
  return {
    get(keys) {
      for (const { table } of keys) note(table, 'get');
      return store.get(keys);
    },
    query(query) {
      note(query.table, 'query');
      return store.query(query);
    },
    transact(operation, writes) {
      for (const write of writes) {
        const verb = (['put', 'update', 'remove', 'check'] as const).find((name) => name in write);
        if (verb) note(write.table, verb);
      }
      return store.transact(operation, writes);
    },
    scan: () => Promise.reject(new Error('No function may scan')),
  };
}

async function usedInTheStory(): Promise<Used> {
  const used: Used = new Set();
  let current: FunctionName = 'api';
  const world = makeWorld((store) => noting(store, used, () => current));
  const as = async <T>(name: FunctionName, work: () => Promise<T>): Promise<T> => {
    const before = current;
    current = name;
    return work().finally(() => {
      current = before;
    });
  };
  const settle = () => as('projections', world.settle);
  const today = world.now + storyDays * 86_400_000;
  await playDemo(
    {
      tools: world.tools,
      client: world.client,
      settle,
      tick: async () => {
        await as('clock', () => tick(world.tools, world.now));
        await settle();
      },
      get now() {
        return world.now;
      },
      set now(time) {
        world.now = time;
      },
    },
    today,
  );
  return used;
}

describe('rights', () => {
  test('what the founding story uses is granted', async () => {
    const granted = functionNames.flatMap((name) =>
      Object.entries(rights[name]).flatMap(([table, verbs]) => verbs.map((verb) => `${name} ${table} ${verb}`)),
    );
    const missing = [...(await usedInTheStory())].filter((used) => !granted.includes(used));
    expect(missing).toEqual([]);
  });

  test('nobody deletes from ledger, journal or guards, and the journal is only written', () => {
    for (const name of functionNames) {
      for (const table of ['Ledger', 'Journal', 'Guards'] as const)
        expect(rights[name][table] ?? []).not.toContain('remove');
      for (const table of ['Journal', 'Guards'] as const) expect(rights[name][table] ?? ['put']).toEqual(['put']);
    }
  });
});
