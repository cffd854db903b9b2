/** A shift with everybody's record: choose whom to approve or to send back with a reason. */
import { useState } from 'preact/hooks';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { Stopped } from '../approvals/just-approved.tsx';
import { Outcome } from '../approvals/outcome.tsx';
import { isOnItsWay, useRuns } from '../approvals/runs.ts';
import { Records } from './records.tsx';
import { SendBack } from './send-back.tsx';
import { ShiftFacts } from './shift-facts.tsx';
import type { Shown } from './shown.ts';

interface ReviewGiven {
  readonly where: Where;
  readonly words: ApprovalsWords;
  readonly data: { readonly shown: Shown };
  refresh(): Promise<void>;
}

export function Review({ where, words, data: { shown }, refresh }: ReviewGiven) {
  const { shift, records } = shown;
  const { look, session } = where;
  const runs = useRuns(session?.account ?? '', refresh);
  const run = runs.of(shift.id);
  const [leftOut, leaveOut] = useState<ReadonlySet<string>>(new Set());
  const [sentBack, setSentBack] = useState(0);
  const waiting = records.filter(({ state }) => state === 'confirmed').map(({ volunteer }) => volunteer);
  const chosen = waiting.filter((volunteer) => !leftOut.has(volunteer));
  const choice = { chosen: new Set(chosen), choose: (next: readonly string[]) => leaveOut(without(waiting, next)) };
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <a href="/approvals" class="link inline-flex items-center min-h-12 self-start print:hidden">
        {words.back}
      </a>
      <Heading title={shift.name} note={words.shiftTitle} />
      <ShiftFacts shown={shown} words={words} language={look.language} />
      <Stopped runs={runs} look={look} words={words} />
      {run && (
        <Card>
          <Outcome run={run} runs={runs} look={look} words={words} />
        </Card>
      )}
      {sentBack > 0 && <DoneNote>{words.sentBack(numberText(sentBack, look.language))}</DoneNote>}
      <Records shown={shown} choice={choice} words={words} language={look.language} />
      {waiting.length > 0 ? (
        <div class="sticky bottom-14 lg:bottom-0 bg-page py-3 flex flex-wrap justify-end gap-2 print:hidden">
          <SendBack
            shift={shift.id}
            volunteers={chosen}
            words={words}
            look={look}
            onDone={async (count) => {
              await refresh();
              setSentBack(count);
            }}
          />
          <Button
            disabled={chosen.length === 0 || (run && isOnItsWay(run))}
            onClick={() => runs.approve([{ shift: shift.id, name: shift.name, volunteers: chosen }])}
          >
            {words.approveSelected(numberText(chosen.length, look.language))}
          </Button>
        </div>
      ) : (
        <p class="text-soft text-center">{words.noneWaiting}</p>
      )}
    </div>
  );
}

const without = (all: readonly string[], some: readonly string[]): ReadonlySet<string> =>
  new Set(all.filter((one) => !some.includes(one)));
