import { clockText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { sentenceOf } from '../../words/problems.ts';
import { doneIn, isOnItsWay, type Run, type Runs, undoMs } from './runs.ts';

interface OutcomeGiven {
  readonly run: Run;
  readonly runs: Runs;
  readonly look: Look;
  readonly words: ApprovalsWords;
}

/** What became of a shift: how many were approved and until when that can be undone, and who was not and why. */
export function Outcome({ run, runs, look, words }: OutcomeGiven) {
  const done = doneIn(run);
  const count = (value: number) => numberText(value, look.language);
  if (isOnItsWay(run)) {
    return (
      <p role="status" class="min-h-12 flex items-center text-soft">
        {words.working}
      </p>
    );
  }
  return (
    <div role="status" class="flex flex-wrap items-center gap-x-4 gap-y-2">
      {done > 0 && (
        <p class="flex items-center gap-2 font-bold text-brand">
          <Icon of={icons.check} class="size-5" />
          {words.approved(count(done))}
        </p>
      )}
      {run.step === 'undone' && <p class="text-soft">{words.undone}</p>}
      {run.problem && <p class="text-danger">{sentenceText(run.problem, look)}</p>}
      {[...whyNot(run)].map(([title, people]) => (
        <p key={title} class="text-danger">
          {words.notDone(count(people), title)}
        </p>
      ))}
      {run.step === 'approved' && done > 0 && (
        <>
          <Button kind="quiet" aria-label={words.undoOf(run.name)} onClick={() => runs.undo(run)}>
            <Icon of={icons.undo} class="size-5" />
            {words.undo}
          </Button>
          <p class="text-soft">{words.undoUntil(clockText(new Date(run.at + undoMs).toISOString(), look.language))}</p>
        </>
      )}
    </div>
  );
}

const sentenceText = (problem: NonNullable<Run['problem']>, look: Look) => {
  const { title, next } = sentenceOf(problem, look.language);
  return `${title}。${next}`;
};

/** How many people met which problem. */
function whyNot({ results }: Run): Map<string, number> {
  const people = new Map<string, number>();
  for (const { outcome, title = outcome } of results)
    if (outcome !== 'done') people.set(title, (people.get(title) ?? 0) + 1);
  return people;
}
