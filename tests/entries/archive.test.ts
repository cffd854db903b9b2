import { mkdtempSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readArchived } from '../../functions/platform/store/archive.ts';
import { lambdaRecordOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import type { EmbeddedStore } from '../../functions/platform/store/embedded/index.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';
import type { Write } from '../../functions/platform/store/port.ts';

const at = Date.parse('2026-03-02T02:00:00Z');
let folder = '';
let handler: typeof import('../../functions/entries/archive.ts').handler;
let store: EmbeddedStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'timebank-archive-'));
  vi.stubEnv('ARCHIVE_DIR', folder);
  vi.stubEnv('STAGE', 'test');
  ({ handler } = await import('../../functions/entries/archive.ts'));
});
beforeEach(() => {
  store = memoryStore({ now: () => at });
});

const row = (tx: string, put = { w: 'v1', points: 5 }): Write => ({
  table: 'Journal',
  key: { pk: `T#d1#X#${tx}`, sk: 'X' },
  put,
});
const told = (): DynamoDBRecord[] => store.readChanges(0, 1000).map(lambdaRecordOf);

async function objects() {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.gz')).sort();
  return Promise.all(paths.map(async (path) => ({ path, changes: readArchived(await readFile(join(folder, path))) })));
}

/** What the handler wrote on standard output, as CloudWatch would read it. */
async function linesOf(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await work();
    return spy.mock.calls.map(([text]) => JSON.parse(String(text)));
  } finally {
    spy.mockRestore();
  }
}

describe('the archive', () => {
  test('keeps each change of a batch as the store told it, in one object named by its first', async () => {
    await store.transact('a', [row('a')]);
    await store.transact('b', [row('b')]);
    await linesOf(() => handler({ Records: told() }));
    const [object] = await objects();
    expect(object?.path).toBe('Journal/2026/03/02/1-2.jsonl.gz');
    expect(object?.changes).toMatchObject([
      { table: 'Journal', at, newImage: { pk: 'T#d1#X#a', sk: 'X', w: 'v1', points: 5 } },
      { table: 'Journal', at, newImage: { pk: 'T#d1#X#b', sk: 'X', w: 'v1', points: 5 } },
    ]);
  });

  test('writes the same object again when the stream repeats a batch', async () => {
    await store.transact('a', [row('a')]);
    await store.transact('b', [row('b')]);
    const before = (await objects()).length;
    await linesOf(async () => {
      await handler({ Records: told() });
      await handler({ Records: told() });
    });
    expect((await objects()).length).toBe(before);
  });

  test('counts what came and wakes a person when a row of the journal was changed or removed', async () => {
    await store.transact('a', [row('a')]);
    const [quiet] = await linesOf(() => handler({ Records: told() }));
    expect(quiet).toMatchObject({ service: 'timebank-test', ChangesArchived: 1, JournalChanges: 0 });
    await store.transact('changed', [row('a', { w: 'v1', points: 500 })]);
    await store.transact('removed', [{ table: 'Journal', key: { pk: 'T#d1#X#a', sk: 'X' }, remove: true }]);
    const [loud] = await linesOf(() => handler({ Records: told() }));
    expect(loud).toMatchObject({ ChangesArchived: 3, JournalChanges: 2 });
  });

  test('asks for the batch again when it could not be put, and says nothing of what was in it', async () => {
    await store.transact('a', [row('a')]);
    const [record] = told();
    if (!record) throw new Error('Nothing was told');
    const broken = { ...record, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Number.NaN } };
    let answer: unknown;
    const [line] = await linesOf(async () => {
      answer = await handler({ Records: [broken] });
    });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(line).toMatchObject({ event: 'fault', table: 'Journal', errorName: 'RangeError' });
  });
});
