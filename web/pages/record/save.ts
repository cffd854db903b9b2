/** What keeps a record from being sent, and what is sent of it. */
import type { BodyOf } from '../../api/read.ts';
import { type Draft, instantOf, type ShiftWords, type Span, wordKeys } from './form.ts';

type Body = BodyOf<'POST /api/shifts'>;

/** People of one shift, by the API's contract. */
const peopleMax = 90;
export type Missing = 'emptyWords' | 'timeBackwards' | 'notEnded' | 'nobody' | 'tooMany';

/** The first thing that keeps the form from being sent. */
export function missingOf(
  draft: Draft,
  words: ShiftWords,
  present: readonly string[],
  now: number,
): Missing | undefined {
  if (wordKeys.some((key) => words[key].trim() === '')) return 'emptyWords';
  if (!draft.day || !(draft.from < draft.to)) return 'timeBackwards';
  if (Date.parse(instantOf(draft.day, draft.to)) > now) return 'notEnded';
  if (present.length === 0) return 'nobody';
  return present.length > peopleMax ? 'tooMany' : undefined;
}

export function bodyOf(draft: Draft, words: ShiftWords, present: readonly string[]): Body {
  const span = ({ from, to }: Span) => ({ from: instantOf(draft.day, from), to: instantOf(draft.day, to) });
  const participants = present.map((volunteer) => {
    const own = draft.spans[volunteer];
    return { volunteer, ...(own && span(own)) };
  });
  const { makeUpReason, riskLevel, insurance, peopleServed, preparationMinutes, accompanied } = draft;
  const said = { riskLevel, peopleServed, preparationMinutes, accompanied };
  const more = { ...said, insurance: insurance || undefined, makeUpReason: makeUpReason || undefined };
  return { ...words, category: words.category as Body['category'], ...more, ...span(draft), participants };
}
