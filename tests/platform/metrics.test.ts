import { expect, test, vi } from 'vitest';
import { type Counts, publish } from '../../functions/platform/metrics.ts';

function written(counts: Counts): string {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    publish('test', counts);
    return spy.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    spy.mockRestore();
  }
}

test('counts are one line of its own that CloudWatch reads as metrics', () => {
  const line = written({ ChangesArchived: 3, JournalChanges: 0 });
  expect(line.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(line)).toMatchObject({
    service: 'timebank-test',
    ChangesArchived: 3,
    JournalChanges: 0,
    _aws: {
      CloudWatchMetrics: [
        {
          Namespace: 'Timebank',
          Dimensions: [['service']],
          Metrics: [
            { Name: 'JournalChanges', Unit: 'Count' },
            { Name: 'ChangesArchived', Unit: 'Count' },
          ],
        },
      ],
    },
  });
});

test('nothing but the named counts leaves', () => {
  expect(written({ name: '测试甲', DueDone: 1 } as Counts)).not.toMatch(/测试甲|name":/);
});

test('without a count there is no line', () => {
  expect(written({})).toBe('');
});
