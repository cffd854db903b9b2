import { useState } from 'preact/hooks';
import type { AnswerOf, BodyOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, momentText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { HoursWords } from '../../words/hours.ts';
import { AnswerDialog } from './answer-dialog.tsx';

type Route = 'POST /api/shifts/{shift}/class-objections/{objection}';

interface CardGiven {
  readonly objected: AnswerOf<'GET /api/objections'>['classes'][number];
  readonly words: HoursWords;
  readonly look: Look;
  refresh(): Promise<void>;
}

/** An objection to the sum of a class: where its records are, and two ways to answer. */
export function ClassCard({ objected, words, look, refresh }: CardGiven) {
  const [asked, ask] = useState<BodyOf<Route>['decision']>();
  const { id, shift, class: label, name, day, objection } = objected;
  const decide = useAction(async (form: FormData) => {
    if (!asked) return;
    const body = { decision: asked, answer: fieldText(form, 'answer') };
    await send('POST /api/shifts/{shift}/class-objections/{objection}', { params: { shift, objection: id }, body });
    ask(undefined);
    await refresh();
  });
  return (
    <Card title={label}>
      <p class="text-soft">{words.classNote}</p>
      <Facts
        of={[
          [words.objectionBy.public, momentText(objection.at, look.language)],
          [words.reason, words.reasons[objection.reason]],
          [words.textSaid, objection.text],
          [name, dayText(day, look.language)],
        ]}
      />
      <div class="flex flex-wrap gap-2 mt-3">
        <LinkButton kind="quiet" href={`/approvals/${shift}`}>
          {words.openShift}
        </LinkButton>
        <Button kind="quiet" aria-label={words.classDismissOf(label)} onClick={() => ask('dismissed')}>
          {words.classDismiss}
        </Button>
        <Button aria-label={words.classUpholdOf(label)} onClick={() => ask('upheld')}>
          {words.classUphold}
        </Button>
      </div>
      {asked && (
        <AnswerDialog
          title={words.classDecisions[asked]}
          hint={words.answerPublicHint}
          words={words}
          look={look}
          action={decide}
          onClose={() => ask(undefined)}
        />
      )}
    </Card>
  );
}
