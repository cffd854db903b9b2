import { expect, test } from 'vitest';
import { changeOf, lambdaRecordOf } from '../../functions/platform/store/dynamo/stream-record.ts';
import { memoryStore } from '../../functions/platform/store/embedded/index.ts';

test('a change is told with whole milliseconds, also when its seconds were moved to another time', async () => {
  const at = 1_795_455_787_150;
  const store = memoryStore({ now: () => at });
  await store.transact('one', [{ table: 'Journal', key: { pk: 'T#d1#X#one', sk: 'X' }, put: { v: 1 } }]);
  const [record] = store.readChanges(0, 10).map(lambdaRecordOf);
  if (!record?.dynamodb) throw new Error('Nothing was told');
  for (let step = 0; step < 1000; step++) {
    const movedMs = 7 * step - 17_000_000_123;
    const moved = at / 1000 + movedMs / 1000;
    const told = changeOf({ ...record, dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: moved } }, '');
    expect(told.at).toBe(at + movedMs);
  }
});
