import { describe, expect, test } from 'vitest';
import { foundDistrictWithAdministrator } from '../../functions/access/index.ts';
import { functionNames, rights } from '../../infra/rights.ts';
import { makeClient } from '../../scripts/local/client.ts';
import { type Stage, stageOn } from '../../scripts/walkthrough/stage.ts';
import { story } from '../../scripts/walkthrough/story.ts';
import { makeWorld } from '../harness.ts';
import { heldToRole, needed } from '../held-to-role.ts';

/** The walkthrough's stage in this process, where every function is held to its role as in every test. */
async function openStage(): Promise<Stage> {
  const world = makeWorld();
  const people = new Map<string, ReturnType<typeof makeClient>>();
  const stage = await stageOn({
    url: 'http://in-process',
    environment: {},
    async moveTo(time) {
      await world.settle();
      world.now = time;
      await world.tick();
    },
    settle: world.settle,
    report: () => Promise.reject(new Error('Nothing is deployed here')),
    close: async () => undefined,
  });
  return {
    ...stage,
    now: () => world.now,
    person(name) {
      const client = people.get(name) ?? makeClient(world.transport);
      people.set(name, client);
      return client;
    },
    async run() {
      const asked = { districtName: '冷水滩区', login: 'district', name: '区管理员', now: world.now };
      return (await foundDistrictWithAdministrator(world.tools, asked))?.code ?? '';
    },
  };
}

describe('rights', () => {
  test('are used by the walkthrough, each of them, and it needs no other', async () => {
    const stage = await openStage();
    for (const [title, play] of story) expect(await play(stage), title).not.toBe('');
    const granted = functionNames.flatMap((name) =>
      Object.entries(rights[name]).flatMap(([table, held]) => held.map((right) => `${name} ${table} ${right}`)),
    );
    expect(granted.filter((right) => !needed.has(right))).toEqual([]);
  }, 300_000);

  test('that a function has not are refused to it in every test', async () => {
    const held = heldToRole(makeWorld().store, 'clock');
    const removing = held.transact('remove', [{ table: 'Ledger', key: { pk: 'W', sk: 'E' }, remove: true }]);
    await expect(removing).rejects.toThrow('The role of clock has no right to remove on Ledger');
  });

  test('nobody deletes from ledger, journal or guards, and the journal is only written', () => {
    for (const name of functionNames) {
      for (const table of ['Ledger', 'Journal', 'Guards'] as const)
        expect(rights[name][table] ?? []).not.toContain('remove');
      for (const table of ['Journal', 'Guards'] as const) expect(rights[name][table] ?? ['put']).toEqual(['put']);
    }
  });
});
