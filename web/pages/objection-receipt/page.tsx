import { type AnswerOf, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { hoursWords } from '../../words/hours.ts';
import { type ReceiptsWords, receiptsWords } from '../../words/receipts.ts';

/** What became of an objection that was made with the school's link: nobody signs in to read the answer. */
export const objectionReceiptPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: receiptsWords,
  title: (words) => words.title,
  reads: ({ params }) => ({
    said: read('GET /api/objection-receipts/{receipt}', { params: { receipt: params.receipt ?? '' } }),
  }),
  view: ({ words, where: { look }, data: { said } }) => (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={said.decision ? undefined : words.waits} />
      <Standing words={words} language={look.language} said={said} />
    </div>
  ),
});

interface StandingGiven {
  readonly words: ReceiptsWords;
  readonly language: Language;
  readonly said: AnswerOf<'GET /api/objection-receipts/{receipt}'>;
}

function Standing({ words, language, said }: StandingGiven) {
  const { name, day, class: label, reason, at, decision, answer, decider, decidedAt } = said;
  const { answer: answered, reason: why, reasons, ...hours } = hoursWords[language];
  const decisions = label === undefined ? hours.decisions : { ...hours.decisions, ...hours.classDecisions };
  const badge = <Badge tone={decision ? 'good' : 'gold'}>{decision ? words.decided : words.waiting}</Badge>;
  return (
    <Card title={[name, dayText(day, language), label].filter(Boolean).join(' · ')} aside={badge}>
      {decision && <p class="font-bold">{decisions[decision]}</p>}
      <Facts
        of={[
          [answered, answer],
          [words.decider, decider],
          [words.decidedOn, decidedAt && dayText(decidedAt, language)],
          [words.saidOn, dayText(at, language)],
          [why, reasons[reason]],
        ]}
      />
    </Card>
  );
}
