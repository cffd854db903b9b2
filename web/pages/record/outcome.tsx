/** What became of a record: who is in it, who is not and why, and what comes next. */

import { useState } from 'preact/hooks';
import type { ProblemSaid } from '../../api/problem.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import type { LeaderWords } from '../../words/leader.ts';
import { LeftOut } from '../shift/left-out.tsx';
import type { Recorded, Sent } from './deliver.ts';
import { OutboxNote } from './outbox-note.tsx';
import type { Member } from './use-members.ts';

interface OutcomeGiven {
  readonly words: LeaderWords;
  readonly where: Where;
  readonly members: readonly Member[];
  readonly sent: Sent;
}

export function Outcome({ words, where, members, sent }: OutcomeGiven) {
  if (sent.kind === 'recorded') {
    return <RecordedView words={words} where={where} members={members} recorded={sent.answer} />;
  }
  return <WaitingView words={words} where={where} problem={sent.problem} />;
}

function WaitingView({ words, where, problem }: Pick<OutcomeGiven, 'words' | 'where'> & { problem: ProblemSaid }) {
  const [isSent, setSent] = useState(false);
  const isOffline = problem.code === 'offline';
  return (
    <div class="flex flex-col items-start gap-4">
      {!isSent && isOffline && <DoneNote>{words.queued}</DoneNote>}
      {!isSent && !isOffline && <ProblemNote problem={problem} look={where.look} />}
      <OutboxNote words={words} where={where} onSent={() => setSent(true)} />
      <Another words={words} />
    </div>
  );
}

const Another = ({ words }: { words: LeaderWords }) => (
  <LinkButton kind="quiet" href="/leader/record">
    {words.recordNext}
  </LinkButton>
);

interface RecordedGiven extends Pick<OutcomeGiven, 'words' | 'where' | 'members'> {
  readonly recorded: Recorded;
}

const RecordedView = ({ words, where, members, recorded: { shift, leftOut } }: RecordedGiven) => (
  <div class="flex flex-col gap-4">
    <DoneNote>{words.recorded(numberText(shift.counts.recorded ?? 0, where.look.language))}</DoneNote>
    {leftOut.length > 0 && (
      <Card title={words.leftOut}>
        <LeftOut
          words={words}
          look={where.look}
          rows={leftOut}
          nameOf={(id) => members.find(({ volunteer }) => volunteer === id)?.name ?? ''}
        />
      </Card>
    )}
    <div class="flex flex-wrap gap-2">
      <LinkButton href={`/leader/shifts/${shift.id}`}>{words.nextConfirm}</LinkButton>
      <Another words={words} />
    </div>
  </div>
);
