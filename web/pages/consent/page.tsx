import { useState } from 'preact/hooks';
import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';
import { History } from './history.tsx';
import { Move } from './move.tsx';

type Mine = AnswerOf<'GET /api/me/consent'>;
type Scope = Mine['text']['scopes'][number];
const needed: readonly Scope[] = ['roster', 'hours'];

export const consentPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: guardianWords,
  title: (words) => words.consentTitle,
  reads: () => ({ me: read('GET /api/me'), mine: read('GET /api/me/consent'), moving: read('GET /api/me/move') }),
  view: ({ words, where: { look }, data: { me, mine, moving }, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.consentOf(me.name)} />
      <div class="grid gap-4">
        {moving.move && <Move look={look} move={moving.move} refresh={refresh} />}
        <p class="flex items-center gap-3 font-bold">
          {words.stateLabel}
          <Badge tone={tones[mine.state]}>{words.consents[mine.state]}</Badge>
        </p>
        {mine.ownWordAsked && <p>{words.askOwn}</p>}
        <Card title={words.textVersion(mine.text.version)}>
          {mine.text.text.split('\n').map((paragraph) => (
            <p key={paragraph} class="mb-3">
              {paragraph}
            </p>
          ))}
        </Card>
        {mine.mayGive ? <Say words={words} look={look} mine={mine} refresh={refresh} /> : <p>{words.notYours}</p>}
        <History words={words} language={look.language} said={mine.history} />
      </div>
    </div>
  ),
});

export const tones = { given: 'good', missing: 'gold', withdrawn: 'bad', not_needed: 'plain' } as const;

interface SayGiven {
  readonly words: GuardianWords;
  readonly look: Look;
  readonly mine: Mine;
  refresh(): Promise<void>;
}

function Say({ words, look, mine, refresh }: SayGiven) {
  const [scopes, setScopes] = useState<readonly Scope[]>(mine.scopes ?? mine.text.scopes);
  const [isDone, setDone] = useState(false);
  const give = useAction(async () => {
    setDone(false);
    await send('POST /api/me/consent', { body: { textVersion: mine.text.version, scopes: [...scopes] } });
    await refresh();
    setDone(true);
  });
  return (
    <Card>
      <fieldset>
        <legend class="font-bold">{words.scopesLabel}</legend>
        {mine.text.scopes.map((scope) => (
          <TickBox
            key={scope}
            checked={scopes.includes(scope)}
            disabled={needed.includes(scope)}
            onChange={(isTicked) =>
              setScopes(isTicked ? [...scopes, scope] : scopes.filter((other) => other !== scope))
            }
          >
            <span>{words.scopes[scope]}</span>
          </TickBox>
        ))}
      </fieldset>
      <div class="mt-4 grid gap-3">
        {give.problem && <ProblemNote problem={give.problem} look={look} />}
        {isDone && <DoneNote>{words.said}</DoneNote>}
        <Button wide disabled={give.isBusy} onClick={() => give.run()}>
          {mine.given ? words.agreeAgain : words.agree}
        </Button>
        {mine.given && <Withdraw words={words} look={look} refresh={refresh} />}
      </div>
    </Card>
  );
}

function Withdraw({ words, look, refresh }: Omit<SayGiven, 'mine'>) {
  const [isAsked, setAsked] = useState(false);
  const withdraw = useAction(async () => {
    await send('POST /api/me/consent/withdrawal', { body: {} });
    await refresh();
    setAsked(false);
  });
  return (
    <>
      <Button kind="quiet" wide onClick={() => setAsked(true)}>
        {words.withdraw}
      </Button>
      {isAsked && (
        <Dialog title={words.withdraw} onClose={() => setAsked(false)}>
          <p class="mb-4">{words.withdrawLead}</p>
          {withdraw.problem && <ProblemNote problem={withdraw.problem} look={look} />}
          <div class="flex flex-wrap gap-2">
            <Button kind="danger" class="flex-1" disabled={withdraw.isBusy} onClick={() => withdraw.run()}>
              {words.withdraw}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(false)}>
              {words.cancel}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
