/** A change that nobody can follow does not stop what follows from all others. */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEmbedded } from '../../functions/platform/store/embedded/open-embedded.ts';
import { embeddedFeed } from '../../scripts/local/embedded-feed.ts';
import { startStreams } from '../../scripts/local/streams.ts';

let folder = '';
let followed: string[] = [];
let broken: readonly string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'timebank-aside-'));
  followed = [];
  broken = ['two'];
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

function open() {
  const store = openEmbedded(folder);
  const streams = startStreams(
    embeddedFeed(store),
    async ({ Records }) => {
      for (const { dynamodb } of Records) {
        const name = dynamodb?.Keys?.sk?.S ?? '';
        if (broken.includes(name)) return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
        followed.push(name);
      }
      return { batchItemFailures: [] };
    },
    { retryMs: 0 },
  );
  return {
    async write(...names: string[]) {
      for (const sk of names) {
        await store.transact(sk, [{ table: 'Service', key: { pk: 'T#d1#S#one', sk }, put: { v: 1 } }]);
      }
      streams.look();
      await streams.drained();
    },
    tryAside: streams.tryAside,
    forgetLog: () => store.trimChanges(Date.now() + 2 * 86_400_000),
    async close() {
      await streams.stop();
      store.close();
    },
  };
}
const said = () => vi.mocked(process.stderr.write).mock.calls.map(([text]) => String(text));

test('it is put aside after ten tries, kept over a restart, and followed once that works', async () => {
  const first = open();
  await first.write('one', 'two', 'three', 'four');
  expect(followed).toEqual(['one', 'three', 'four']);
  expect(said()).toEqual([
    expect.stringMatching(/^A change of the table Service \(2\) failed 10 times and is put aside/),
  ]);
  await first.close();

  const second = open();
  await second.tryAside();
  await second.write('five');
  expect(followed).toEqual(['one', 'three', 'four', 'five']);
  broken = [];
  await second.tryAside();
  await second.tryAside();
  expect(followed).toEqual(['one', 'three', 'four', 'five', 'two']);
  expect(said().at(-1)).toBe('The change 2 that was put aside has been followed.\n');
  await second.close();
});

test('each of several waits for itself', async () => {
  broken = ['two', 'four'];
  const server = open();
  await server.write('one', 'two', 'three', 'four', 'five');
  broken = ['two'];
  await server.tryAside();
  expect(followed).toEqual(['one', 'three', 'five', 'four']);
  await server.close();
});

test('what cannot be followed within a day, when changes are forgotten, is given up in a sentence', async () => {
  const server = open();
  await server.write('one', 'two');
  server.forgetLog();
  await server.tryAside();
  await server.tryAside();
  expect(said().filter((text) => text.includes('is given up'))).toHaveLength(1);
  await server.close();
});
