/**
 * The log: one JSON line for each event, for machines first. What is not on the list below does not leave, and what is
 * on it is an id, a code or a number: never a name, a body, a query string or an error's message, which may quote them.
 */
const allowed = [
  'at',
  'requestId',
  'route',
  'status',
  'code',
  'milliseconds',
  'account',
  'district',
  'job',
  'table',
  'sequence',
  'count',
  'attempt',
  'stage',
  'store',
  'port',
  'errorName',
  'errorCode',
  'stack',
] as const;

export type LogFields = { readonly [Name in (typeof allowed)[number]]?: string | number | boolean };

const charactersMax = 4000;

/** @param event two or three lower-case words, written out in the code: a composed text does not compile */
export function log(event: Lowercase<string>, fields: LogFields = {}): void {
  if (!isQuiet) write(event, fields);
}

function write(event: Lowercase<string>, fields: LogFields): void {
  // Not console.log: Lambda would nest the line as a string inside a line of its own.
  process.stdout.write(`${logLine(event, fields)}\n`);
}

let isQuiet = false;
/** Does some work of which only faults are logged: a story made up for a demo happened to nobody. */
export async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  isQuiet = true;
  try {
    return await work();
  } finally {
    isQuiet = false;
  }
}

/** A fault: what was thrown that is not a refusal, or each of several. Names it and whence it came, never its words. */
export function logFault(error: unknown, fields: LogFields = {}): void {
  if (error instanceof AggregateError) for (const each of error.errors) logFault(each, fields);
  else write('fault', { ...fields, ...traceOf(error) });
}

/** The line without its end. */
export function logLine(event: Lowercase<string>, fields: LogFields): string {
  const kept = allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, plain(fields[name])]]));
  return JSON.stringify({ event, ...Object.fromEntries(kept) });
}

/** Ids, codes and stacks are ASCII; anything else in their place would be somebody's words. */
function plain(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value.slice(0, charactersMax).replace(/[^\t\n\x20-\x7e]/g, '?') : '?';
}

function traceOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const errorCode = 'code' in error && /^[A-Za-z0-9_]{1,60}$/.test(String(error.code)) ? String(error.code) : undefined;
  return { errorName: error.name, errorCode, stack: framesOf(error) };
}

/** The calls of an error and of its causes. V8 puts the message before the calls, so that it is cut out. */
function framesOf(error: Error): string {
  const text = (error.stack ?? '').replace(error.message, () => '');
  const frames = text.split('\n').filter((line) => /^ {4}at .*(?::\d+:\d+\)?|<anonymous>\)?|native\)?)$/.test(line));
  const own = frames.map((frame) => frame.trim()).join('\n');
  return error.cause instanceof Error ? `${own}\ncaused by ${error.cause.name}\n${framesOf(error.cause)}` : own;
}
