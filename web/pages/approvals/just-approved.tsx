import { numberText } from '../../format.ts';
import type { Language, Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { shellWords } from '../../words/shell.ts';
import { Outcome } from './outcome.tsx';
import { isOnItsWay, type Runs } from './runs.ts';

interface Told {
  readonly runs: Runs;
  readonly look: Look;
  readonly words: ApprovalsWords;
}

/** Work that stands still, and the way on. */
export const Stopped = ({ runs, look }: Told) =>
  runs.stopped ? (
    <div class="mb-4 flex flex-col gap-3">
      <ProblemNote problem={runs.stopped} look={look} />
      <Button kind="quiet" onClick={() => runs.goOn()}>
        {shellWords[look.language].again}
      </Button>
    </div>
  ) : null;

/** Approved before a reload, and gone from the queue: still to be undone for a while. */
export function JustApproved({ runs, look, words, inQueue }: Told & { inQueue: ReadonlySet<string> }) {
  const gone = runs.list.filter(({ shift }) => !inQueue.has(shift));
  return (
    <>
      <BulkProgress runs={runs} language={look.language} words={words} />
      {gone.length > 0 && (
        <Card title={words.justNow} class="mb-4">
          <ul class="divide-y divide-line">
            {gone.map((run) => (
              <li key={run.shift} class="py-2 flex flex-wrap items-center justify-between gap-3">
                <a href={`/approvals/${run.shift}`} class="link inline-flex items-center min-h-12">
                  {run.name}
                </a>
                <Outcome run={run} runs={runs} look={look} words={words} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function BulkProgress({ runs: { list }, language, words }: { runs: Runs; language: Language; words: ApprovalsWords }) {
  const left = list.filter(isOnItsWay).length;
  if (list.length < 2 || left === 0) return null;
  const done = list.length - left;
  const label = words.progress(numberText(done, language), numberText(list.length, language));
  return (
    <div class="mb-4 p-4 rounded-xl bg-brand-soft text-brand flex flex-col gap-2" role="status">
      <p class="font-bold">{label}</p>
      <Progress label={label} value={done} max={list.length} />
      <p class="text-sm">{words.progressNote}</p>
    </div>
  );
}
