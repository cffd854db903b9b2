import { expect, test, vi } from 'vitest';
import { type LogFields, log, logFault, logLine } from '../../functions/platform/log.ts';

const canary = '测试甲-canary-13800000000';

function written(work: () => void): string {
  const spy = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    work();
    return spy.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    spy.mockRestore();
  }
}

test('an event is one JSON line', () => {
  const fields = { requestId: 'r1', route: 'POST /api/redemptions', status: 409, code: 'sold_out', milliseconds: 12 };
  const line = written(() => log('request', fields));
  expect(line.endsWith('\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({ event: 'request', ...fields });
});

test('a field that is not on the list does not leave', () => {
  const fields = { status: 200, name: canary, body: { name: canary }, query: canary, message: canary };
  expect(logLine('request', fields as LogFields)).toBe('{"event":"request","status":200}');
});

test('a listed field carries no text that is not an id, a code or a stack, and no object', () => {
  expect(logLine('request', { route: '测试甲 1' })).toBe('{"event":"request","route":"??? 1"}');
  expect(logLine('request', { code: { name: canary } } as unknown as LogFields)).toBe('{"event":"request","code":"?"}');
  expect(logLine('request', { code: `${'x'.repeat(5000)}` }).length).toBeLessThan(4100);
});

test('a line stays one line whatever a field holds', () => {
  expect(logLine('request', { code: 'a\nb', stack: 'c\r\n\u2028d' })).not.toMatch(/[\r\n\u2028]/);
});

test('a fault is named with its code and its calls, and says nothing of what it was about', () => {
  const cause = Object.assign(new TypeError(`no ${canary}\n    at ${canary} (file:///a.ts:1:2)`), {
    code: 'ECONNRESET',
  });
  const error = Object.assign(new Error(`cannot save ${canary}`, { cause }), { code: 'ERR_SAVE', item: canary });
  const line = written(() => logFault(error, { requestId: 'r1' }));
  expect(line).not.toContain('canary');
  expect(line).not.toContain('cannot save');
  const { stack, ...rest } = JSON.parse(line);
  expect(rest).toEqual({ event: 'fault', requestId: 'r1', errorName: 'Error', errorCode: 'ERR_SAVE' });
  expect(stack).toMatch(/^at .*log\.test\.ts:\d+:\d+/);
  expect(stack).toContain('\ncaused by TypeError\nat ');
});

test('a parser’s error does not quote what it could not parse', () => {
  const line = written(() => {
    try {
      JSON.parse(`canary ${canary}`);
    } catch (error) {
      logFault(error);
    }
  });
  expect(line).toContain('"errorName":"SyntaxError"');
  expect(line).not.toContain('canary');
});

test('what is thrown without being an error is named by its type', () => {
  expect(written(() => logFault(canary))).toBe('{"event":"fault","errorName":"string"}\n');
});
