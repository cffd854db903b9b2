/** What keeps a sheet from being sent, and what is sent of it. */
import type { Draft, ShiftWords } from '../record/form.ts';
import type { Body, Half, Times } from './sheet.ts';

const peopleMax = 90;
export type Missing = 'emptyWords' | 'timeBackwards' | 'nothing' | 'tooMany';
export function missingOf(cells: Body['cells'], times: Times, said: ShiftWords): Missing | undefined {
  if (Object.values(said).some((word) => word.trim() === '')) return 'emptyWords';
  if (cells.length === 0) return 'nothing';
  if (cells.some(({ half }) => !(times[half].from < times[half].to))) return 'timeBackwards';
  return cells.some(({ volunteers }) => volunteers.length > peopleMax) ? 'tooMany' : undefined;
}

export function bodyOf(cells: Body['cells'], week: string, times: Times, said: ShiftWords, draft: Draft): Body {
  const used = (Object.keys(times) as Half[]).filter((half) => cells.some((cell) => cell.half === half));
  const spans = Object.fromEntries(used.map((half) => [half, times[half]]));
  const category = said.category as Body['category'];
  const { makeUpReason, preparationMinutes, accompanied } = draft;
  const more = { makeUpReason: makeUpReason?.trim() || undefined, preparationMinutes, accompanied };
  return { ...said, category, ...more, week, times: spans, cells };
}
