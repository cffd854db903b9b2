/** Sends a filled-in record, now or when the network is back: one record however often it is sent. */
import { isDefinite } from '../../api/definite.ts';
import { drop, type Kept, keep, keptOf } from '../../api/outbox.ts';
import { type ProblemSaid, Refused } from '../../api/problem.ts';
import { type AnswerOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { type Draft, type ShiftWords, wordsOf } from './form.ts';
import { bodyOf } from './save.ts';

/** Ids and times; the words are the model's and are read again when it is sent. */
export interface Recording {
  readonly draft: Draft;
  readonly present: readonly string[];
}
/** The outbox's subject. */
export const records = 'records';
export type Recorded = AnswerOf<'POST /api/shifts'>;
export type Sent =
  | { readonly kind: 'recorded'; readonly answer: Recorded }
  /** It is kept and may be sent again. */
  | { readonly kind: 'waiting'; readonly problem: ProblemSaid };
type Delivered = Sent | { readonly kind: 'refused'; readonly problem: ProblemSaid };

/** @param words as they stand in the form, where it is still open */
export async function deliver(kept: Kept<Recording>, words?: ShiftWords): Promise<Delivered> {
  const { draft, present } = kept.content;
  try {
    const body = bodyOf(draft, words ?? (await readWords(draft)), present);
    const answer = await send('POST /api/shifts', { body, key: kept.key });
    await drop(kept.key);
    return { kind: 'recorded', answer };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { problem } = error;
    return { kind: isDefinite(problem) ? 'refused' : 'waiting', problem };
  }
}

async function readWords(draft: Draft): Promise<ShiftWords> {
  if (draft.model === undefined) return wordsOf(undefined, draft);
  const path = pathOf('GET /api/shifts/{shift}', { params: { shift: draft.model } });
  return wordsOf((await fetchRead<'GET /api/shifts/{shift}'>(path)).shift, draft);
}

export interface Sweep {
  readonly recorded: readonly Recorded[];
  /** What still waits, and what was refused and waits for a decision. */
  readonly kept: readonly Kept<Recording>[];
}

/** Tries everything that waits, one after the other; the first that finds no way ends it. */
export async function deliverKept(account: string): Promise<Sweep> {
  const recorded: Recorded[] = [];
  for (const kept of await keptOf<Recording>(account, records)) {
    if (kept.refused) continue;
    const delivered = await deliver(kept);
    if (delivered.kind === 'waiting') break;
    if (delivered.kind === 'recorded') recorded.push(delivered.answer);
    else await keep({ ...kept, refused: delivered.problem.code });
  }
  return { recorded, kept: await keptOf<Recording>(account, records) };
}
