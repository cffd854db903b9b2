import { type AnswerOf, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { type HoursWords, hoursWords } from '../../words/hours.ts';

/** What became of an objection that was made with the school's link: nobody signs in to read the answer. */
export const objectionReceiptPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: hoursWords,
  title: (words) => words.receiptTitle,
  reads: ({ params }) => ({
    said: read('GET /api/objection-receipts/{receipt}', { params: { receipt: params.receipt ?? '' } }),
  }),
  view: ({ words, where: { look }, data: { said } }) => (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={words.receiptTitle} note={said.decision ? undefined : words.receiptWaits} />
      <Standing words={words} language={look.language} said={said} />
    </div>
  ),
});

interface StandingGiven {
  readonly words: HoursWords;
  readonly language: Language;
  readonly said: AnswerOf<'GET /api/objection-receipts/{receipt}'>;
}

function Standing({ words, language, said }: StandingGiven) {
  const { name, day, class: label, reason, at, decision, answer, decider, decidedAt } = said;
  const decisions = label === undefined ? words.decisions : { ...words.decisions, ...words.classDecisions };
  const badge = (
    <Badge tone={decision ? 'good' : 'gold'}>{decision ? words.receiptDecided : words.receiptWaiting}</Badge>
  );
  return (
    <Card title={[name, dayText(day, language), label].filter(Boolean).join(' · ')} aside={badge}>
      {decision && <p class="font-bold">{decisions[decision]}</p>}
      <Facts
        of={[
          [words.answer, answer],
          [words.receiptDecider, decider],
          [words.receiptDecidedOn, decidedAt && dayText(decidedAt, language)],
          [words.receiptSaidOn, dayText(at, language)],
          [words.reason, words.reasons[reason]],
        ]}
      />
    </Card>
  );
}
