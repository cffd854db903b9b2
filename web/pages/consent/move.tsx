/** A move to another school that waits for the guardian's yes, or the pupil's own. */
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { broughtWords } from '../../words/brought.ts';
import { peopleWords } from '../../words/people.ts';

interface MoveGiven {
  readonly look: Look;
  readonly move: NonNullable<AnswerOf<'GET /api/me/move'>['move']>;
  refresh(): Promise<void>;
}

export function Move({ look, move: { from, to, toOtherDistrict, state, consent, mayConsent }, refresh }: MoveGiven) {
  const words = peopleWords[look.language];
  const agree = useAction(async () => {
    await send('POST /api/me/move/consent', { body: {} });
    await refresh();
  });
  return (
    <Card
      title={words.myMove}
      aside={<Badge tone={state === 'open' ? 'gold' : 'plain'}>{words.moveStates[state]}</Badge>}
    >
      <p class="font-bold">{words.myMoveText(from.name, to.name)}</p>
      <p class="text-soft">{toOtherDistrict ? broughtWords[look.language].moveMore : words.myMoveMore}</p>
      {consent && <p class="mt-2">{words.consents[consent]}</p>}
      {state === 'open' && !consent && !mayConsent && <p class="mt-2">{words.myMoveWaits}</p>}
      {agree.problem && <ProblemNote problem={agree.problem} look={look} />}
      {mayConsent && (
        <Button class="mt-3" disabled={agree.isBusy} onClick={() => agree.run()}>
          {words.agree}
        </Button>
      )}
    </Card>
  );
}
