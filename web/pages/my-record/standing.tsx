/** What the owner can do about a record: ask whoever it waits for, or object while it is public. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { momentText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { ObjectionDialog } from '../../ui/objection-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import { hoursWords } from '../../words/hours.ts';
import { lateWords } from '../../words/late.ts';
import { objectingWords } from '../../words/objecting.ts';
import type { Followed } from './followed.ts';

interface StandingGiven {
  readonly record: Followed['record'];
  readonly look: Look;
  refresh(): Promise<void>;
}

export function Waiting({ record: { shift, waitsFor, since, late, asked }, look, refresh }: StandingGiven) {
  const words = hoursWords[look.language];
  const ask = useAction(async () => {
    await send('POST /api/me/records/{shift}/ask', { params: { shift }, body: {} });
    await refresh();
  });
  if (!waitsFor || waitsFor === 'publicity') return null;
  return (
    <div class="flex flex-col gap-2">
      <p class="flex flex-wrap items-center gap-2">
        {since && <span class="text-soft">{words.since(momentText(since, look.language))}</span>}
        {late && <Badge tone="bad">{lateWords[look.language].late[late]}</Badge>}
      </p>
      {asked ? (
        <p role="status">{words.asked}</p>
      ) : (
        <div>
          <Button kind="quiet" disabled={ask.isBusy} onClick={() => ask.run()}>
            {words.ask}
          </Button>
        </div>
      )}
      {ask.problem && <ProblemNote problem={ask.problem} look={look} />}
    </div>
  );
}

export function Objecting({ record: { shift, mayObject, objection }, look, refresh }: StandingGiven) {
  const [words, object] = [hoursWords[look.language], objectingWords[look.language]];
  const [isOpen, open] = useState(false);
  if (!mayObject && !objection) return null;
  const decider = objection?.decider && words.decidedBy(objection.decider);
  return (
    <Card title={objection ? words.objectionTitle : object.title}>
      {objection && (
        <Facts
          of={[
            [words.objectionBy[objection.by], words.reasons[objection.reason]],
            [words.textSaid, objection.text],
            [words.answer, objection.answer],
            [objection.decision ? words.decisions[objection.decision] : '', decider],
          ]}
        />
      )}
      {mayObject && (
        <>
          <p class="mb-3">{object.lead}</p>
          <Button kind="quiet" onClick={() => open(true)}>
            {object.act}
          </Button>
        </>
      )}
      {isOpen && (
        <ObjectionDialog
          title={object.act}
          look={look}
          lead={object.lead}
          onSend={async (body) => {
            await send('POST /api/me/records/{shift}/objection', { params: { shift }, body });
            open(false);
            await refresh();
          }}
          onClose={() => open(false)}
        />
      )}
    </Card>
  );
}
