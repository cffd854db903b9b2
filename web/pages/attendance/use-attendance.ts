/** Noting who comes and goes: taps do not wait for one another, and without network they wait with their time. */
import { useEffect, useState } from 'preact/hooks';
import { isDefinite } from '../../api/definite.ts';
import { type ProblemSaid, Refused } from '../../api/problem.ts';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { type Noted, useKeptNotes } from './use-kept-notes.ts';

export type Session = AnswerOf<'GET /api/activity-shifts/{shift}'>;
export type Person = Session['people'][number];
export type Noting = Omit<Noted, 'at'>;
export type Note = (noting: Noting) => Promise<AnswerOf<'POST /api/activity-shifts/{shift}/attendance'> | undefined>;

/** How often the list is asked again, for those who check in by themselves. */
const refreshMs = 10_000;

export function useAttendance({ id: shift }: Session, account: string, refresh: () => Promise<void>) {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ProblemSaid>();
  const mark = (volunteers: readonly string[], isPending: boolean) =>
    setPending((before) => {
      const after = new Set(before);
      for (const one of volunteers) isPending ? after.add(one) : after.delete(one);
      return after;
    });
  const post = async (body: Noted, key?: string) => {
    const answer = await send('POST /api/activity-shifts/{shift}/attendance', { params: { shift }, body, key });
    const refused = answer.items.find(({ outcome }) => outcome !== 'done');
    if (refused && refused.outcome !== 'not_signed_up') {
      setProblem({ code: refused.outcome, status: 409 } as ProblemSaid);
    }
    return answer;
  };
  const kept = useKeptNotes(account, shift, { post, refresh, refuse: setProblem });
  const note: Note = async (noting) => {
    const at = new Date().toISOString();
    mark(noting.volunteers, true);
    setProblem(undefined);
    try {
      const answer = await post(noting);
      await refresh();
      return answer;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.problem.code !== 'offline') setProblem(error.problem);
      if (!isDefinite(error.problem)) await kept.add({ ...noting, at });
      return undefined;
    } finally {
      mark(noting.volunteers, false);
    }
  };
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh().catch(() => undefined);
    }, refreshMs);
    return () => clearInterval(timer);
  }, []);
  return { pending, problem, waiting: kept.waiting, note, flush: kept.flush };
}
