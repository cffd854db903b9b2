/**
 * Approvals on their way and just given, one shift after another. They are kept in the browser's session storage, so
 * that a reload goes on where it was and still offers to undo. Approving is the same however often it is asked.
 */
import { useEffect, useState } from 'preact/hooks';
import { type ProblemSaid, Refused } from '../../api/problem.ts';
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';

export type RowResult = AnswerOf<'POST /api/shifts/{shift}/approval'>['items'][number];
export interface Run {
  readonly shift: string;
  readonly name: string;
  /** Whose records; all of the shift's when absent. */
  readonly volunteers?: readonly string[];
  readonly step: 'approving' | 'approved' | 'undoing' | 'undone' | 'refused';
  /** When the last step began, epoch milliseconds. */
  readonly at: number;
  readonly results: readonly RowResult[];
  readonly problem?: ProblemSaid;
}
export interface Runs {
  readonly list: readonly Run[];
  /** Why the work stands still: nothing is lost, `goOn` takes it up again. */
  readonly stopped: ProblemSaid | undefined;
  of(shift: string): Run | undefined;
  approve(shifts: readonly Pick<Run, 'shift' | 'name' | 'volunteers'>[]): void;
  undo(run: Run): void;
  goOn(): void;
}

/** As long as the server takes an approval back. */
export const undoMs = 10 * 60_000;
export const isOnItsWay = ({ step }: Run) => step === 'approving' || step === 'undoing';
/** Approved or about to be is neither. */
export const isOpenAgain = ({ step }: Run) => step === 'undone' || step === 'refused';
export const doneIn = ({ results }: Run) => results.filter(({ outcome }) => outcome === 'done').length;

/** @param onSettled called after each shift, whatever became of it */
export function useRuns(account: string, onSettled?: () => Promise<void>): Runs {
  const kept = `approvals ${account}`;
  const [list, setList] = useState<readonly Run[]>();
  const [stopped, setStopped] = useState<ProblemSaid>();
  useEffect(() => setList(recall(kept)), [kept]);
  useEffect(() => {
    if (list) keep(kept, list);
  }, [kept, list]);
  const change = (next: Run) => setList((runs = []) => runs.map((run) => (run.shift === next.shift ? next : run)));
  const first = stopped ? undefined : list?.find(isOnItsWay);
  useEffect(() => {
    if (!first) return;
    settle(first)
      .then(change)
      .then(onSettled)
      .catch((error) => {
        if (!(error instanceof Refused)) throw error;
        setStopped(error.problem);
      });
  }, [first?.shift, first?.step]);
  return {
    list: list ?? [],
    stopped,
    of: (shift) => list?.find((run) => run.shift === shift),
    approve(shifts) {
      const added = new Set(shifts.map(({ shift }) => shift));
      const begun = shifts.map((shift): Run => ({ ...shift, step: 'approving', at: Date.now(), results: [] }));
      setList((runs = []) => [...runs.filter(({ shift }) => !added.has(shift)), ...begun]);
    },
    undo: (run) => change({ ...run, step: 'undoing' }),
    goOn: () => setStopped(undefined),
  };
}

/** @returns what became of it. @throws Refused when the same is to be tried again */
async function settle(run: Run): Promise<Run> {
  const { shift, step, volunteers } = run;
  const asked = { params: { shift }, body: { volunteers: volunteers && [...volunteers] } };
  try {
    if (step === 'approving') {
      const { items } = await send('POST /api/shifts/{shift}/approval', asked);
      return { ...run, step: 'approved', at: Date.now(), results: items };
    }
    const approved = run.results.filter(({ outcome }) => outcome === 'done').map(({ id }) => id);
    const undo = { ...asked, body: { volunteers: approved } };
    const { items } = await send('POST /api/shifts/{shift}/approval/undo', undo);
    const failed = items.filter(({ outcome }) => outcome !== 'done');
    return { ...run, step: failed.length > 0 ? 'refused' : 'undone', results: failed };
  } catch (error) {
    if (!(error instanceof Refused) || mayPass(error.problem)) throw error;
    return { ...run, step: 'refused', results: [], problem: error.problem };
  }
}

/** No network, a busy server, an ended session: the same request is good later. */
const mayPass = ({ status, code }: ProblemSaid) => status === 0 || status >= 500 || code === 'sign_in_needed';

function recall(kept: string): readonly Run[] {
  try {
    const runs: readonly Run[] = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    return runs.filter((run) => isOnItsWay(run) || (run.step === 'approved' && Date.now() - run.at < undoMs));
  } catch {
    return [];
  }
}

function keep(kept: string, runs: readonly Run[]): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify(runs));
  } catch {
    return;
  }
}
