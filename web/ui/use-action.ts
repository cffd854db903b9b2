import { useState } from 'preact/hooks';
import { type ProblemSaid, Refused } from '../api/problem.ts';

export interface Action<Given extends unknown[]> {
  readonly isBusy: boolean;
  readonly problem: ProblemSaid | undefined;
  /** Does nothing while it runs: a second tap is no second wish. */
  run(...given: Given): void;
}

/** Something a button does: runs once at a time and keeps what was refused, to be shown. */
export function useAction<Given extends unknown[]>(work: (...given: Given) => Promise<void>): Action<Given> {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemSaid>();
  const attempt = async (given: Given) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await work(...given);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setProblem(error.problem);
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    problem,
    run(...given) {
      if (!isBusy) void attempt(given);
    },
  };
}
