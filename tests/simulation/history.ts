/** What clients were told, key by key, and whether it holds together with what is stored in the end. */
import { contracts } from '../../shared/contracts/index.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import type { Operation } from './operation.ts';

/** What a client hears of one request: nothing, when the answer was lost or does not settle the matter. */
export type Heard =
  | { readonly kind: 'answer'; readonly answer: unknown }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }
  | { readonly kind: 'nothing' };

/** One thing a client wants, under one key, however often it is sent. Times are the schedule's milliseconds. */
export interface Attempt {
  readonly operation: Operation;
  readonly key: string;
  readonly called: number;
  returned?: number;
  outcome?: Exclude<Heard, { kind: 'nothing' }>;
}

/** A key that is remembered is answered alike for ever; what has no key may have changed since. */
export const isKept = ({ name }: Operation) => 'write' in contracts[name] && contracts[name].write === 'guarded';

/** Keeps what was heard. @returns what is wrong with it */
export function hear(attempt: Attempt, heard: Heard, now: number): string | undefined {
  if (heard.kind === 'nothing') return undefined;
  const before = attempt.outcome;
  attempt.returned ??= now;
  if (!before || !isKept(attempt.operation)) {
    // What was read first belongs to the time at which it was heard.
    if (!before || !attempt.operation.name.startsWith('GET')) attempt.outcome = heard;
    return undefined;
  }
  if (before.kind === 'answer' && heard.kind === 'answer') {
    const [first, second] = [resultOf(before.answer), resultOf(heard.answer)];
    return first === second ? undefined : `${said(attempt)}: answered with ${first} and with ${second}`;
  }
  if (before.kind === heard.kind) return undefined;
  return `${said(attempt)}: told both yes and no`;
}

/** Rows of bulk work that nobody can tell of yet. */
const open = new Set(['busy', 'outcome_unknown']);
export function isSettled({ outcome }: Attempt): boolean {
  if (outcome?.kind !== 'answer') return outcome !== undefined;
  return !rowsOf(outcome.answer).some(({ outcome: row }) => open.has(row));
}

interface Cell {
  readonly weekday: number;
  readonly half: string;
  readonly outcome: string;
}
/** The results of bulk work, none for other answers. */
export function rowsOf(answer: unknown): readonly { readonly id: string; readonly outcome: string }[] {
  const { items, cells } = answer as { items?: unknown; cells?: readonly Cell[] };
  if (cells) return cells.map(({ weekday, half, outcome }) => ({ id: `${weekday} ${half}`, outcome }));
  return Array.isArray(items) ? items : [];
}

/** What a key's answers must all name: what was made or changed. */
function resultOf(answer: unknown): string | undefined {
  const { id, shift, volunteer } = answer as { id?: string; shift?: string | { id: string }; volunteer?: string };
  const shiftId = typeof shift === 'object' ? shift.id : shift;
  return id ?? (volunteer ? `${shiftId}/${volunteer}` : shiftId);
}

/** What an answer says, in short: each row of bulk work, what was made or changed, or how far a wallet has come. */
export function summaryOf(answer: unknown): string {
  const rows = rowsOf(answer);
  if (rows.length > 0) return rows.map(({ id, outcome }) => `${id}=${outcome}`).join(' ');
  const { state, points, entries } = answer as { state?: string; points?: number; entries?: number };
  return entries === undefined ? `${resultOf(answer)} ${state ?? ''}` : `${points} points after ${entries} entries`;
}

export const said = ({ operation, key }: Attempt) => `${operation.name} ${key}`;
