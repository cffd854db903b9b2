import { useState } from 'preact/hooks';
import type { ObjectionDecision } from '../../../shared/rules/objections.ts';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { clockText, dayText, momentText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { HoursWords } from '../../words/hours.ts';
import { AnswerDialog } from './answer-dialog.tsx';

interface CardGiven {
  readonly objected: ItemOf<'GET /api/objections'>;
  readonly words: HoursWords;
  readonly look: Look;
  onUpheld(): void;
  refresh(): Promise<void>;
}

/** One objection with the record it is about, and the three ways to decide. */
export function ObjectionCard({ objected, words, look, onUpheld, refresh }: CardGiven) {
  const [asked, ask] = useState<ObjectionDecision>();
  const { person, name, place, from, to, minutes, objection, shift, volunteer } = objected;
  const { language } = look;
  const decide = useAction(async (form: FormData) => {
    if (!asked) return;
    const body = { decision: asked, answer: fieldText(form, 'answer') };
    await send('POST /api/shifts/{shift}/objections/{volunteer}', { params: { shift, volunteer }, body });
    ask(undefined);
    if (asked === 'upheld') onUpheld();
    await refresh();
  });
  const time = `${dayText(from, language)} ${clockText(from, language)}–${clockText(to, language)}`;
  return (
    <Card title={person}>
      <Facts
        of={[
          [words.objectionBy[objection.by], momentText(objection.at, language)],
          [words.reason, words.reasons[objection.reason]],
          [words.textSaid, objection.text],
          [`${name} · ${place}`, `${time} · ${words.minutes(numberText(minutes, language))}`],
        ]}
      />
      <div class="flex flex-wrap gap-2 mt-3">
        <Button kind="quiet" aria-label={words.dismissOf(person)} onClick={() => ask('dismissed')}>
          {words.dismiss}
        </Button>
        <Button kind="quiet" aria-label={words.giveBackOf(person)} onClick={() => ask('returned')}>
          {words.giveBack}
        </Button>
        <Button aria-label={words.upholdOf(person)} onClick={() => ask('upheld')}>
          {words.uphold}
        </Button>
      </div>
      {asked && (
        <AnswerDialog
          title={words.decisions[asked]}
          hint={objection.by === 'public' ? words.answerPublicHint : words.answerHint}
          words={words}
          look={look}
          action={decide}
          onClose={() => ask(undefined)}
        />
      )}
    </Card>
  );
}
