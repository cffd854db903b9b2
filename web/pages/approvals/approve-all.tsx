import { useState } from 'preact/hooks';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { shellWords } from '../../words/shell.ts';
import type { Queued } from './queued.ts';
import type { Runs } from './runs.ts';

interface ApproveAllGiven {
  readonly shifts: readonly Queued[];
  readonly runs: Runs;
  readonly words: ApprovalsWords;
  readonly look: Look;
}

/** All that went as planned, after one question. */
export function ApproveAll({ shifts, runs, words, look }: ApproveAllGiven) {
  const [isAsked, ask] = useState(false);
  const open = shifts.filter(({ id }) => !runs.of(id));
  if (open.length < 2) return null;
  const count = (value: number) => numberText(value, look.language);
  const people = open.reduce((sum, shift) => sum + shift.people, 0);
  const approve = () => {
    runs.approve(open.map(({ id, name }) => ({ shift: id, name })));
    ask(false);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => ask(true)}>
        {words.approveAllOf(count(open.length))}
      </Button>
      {isAsked && (
        <Dialog title={words.approveAllTitle} onClose={() => ask(false)}>
          <p class="mb-4">{words.approveAllText(count(open.length), count(people))}</p>
          <div class="flex flex-wrap justify-end gap-2">
            <Button kind="quiet" onClick={() => ask(false)}>
              {shellWords[look.language].cancel}
            </Button>
            <Button onClick={approve}>{words.approveAll}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
