/** One application: who wants what certified; looked at line by line before it is issued. */
import { useState } from 'preact/hooks';
import { type AnswerOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { dayText, hoursText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { CertificatesWords } from '../../words/certificates.ts';
import { Paper } from '../my-certificates/paper.tsx';
import { periodText, spanText, tones } from '../my-certificates/said.ts';

type Waiting = ItemOf<'GET /api/certificates'>;
const reviewing = 'GET /api/volunteers/{volunteer}/certificates/{certificate}';
const deciding = 'POST /api/volunteers/{volunteer}/certificates/{certificate}/decision';
type Reviewed = AnswerOf<typeof reviewing>;

interface Given {
  readonly words: CertificatesWords;
  readonly look: Look;
  refresh(): Promise<void>;
}

export function Application({ words, look, of, refresh }: Given & { of: Waiting }) {
  const [reviewed, setReviewed] = useState<Reviewed>();
  const { volunteer, id: certificate, name, state, mayDecide, number } = of;
  const review = useAction(async () => {
    setReviewed(await fetchRead<typeof reviewing>(pathOf(reviewing, { params: { volunteer, certificate } })));
  });
  const about = of.class ? `${name} · ${of.class}` : name;
  return (
    <Card title={about} aside={<Badge tone={tones[state]}>{words.states[state]}</Badge>}>
      <Facts of={factsOf(words, look, reviewed ?? of)} />
      {review.problem && <ProblemNote problem={review.problem} look={look} />}
      {reviewed && <Lines words={words} look={look} of={reviewed} />}
      <div class="mt-3 flex flex-wrap gap-2">
        {reviewed && mayDecide && <Decide words={words} look={look} of={reviewed} refresh={refresh} />}
        {!reviewed && (
          <Button
            kind={mayDecide ? 'main' : 'quiet'}
            aria-label={words.reviewOf(name)}
            disabled={review.isBusy}
            onClick={() => review.run()}
          >
            {words.review}
          </Button>
        )}
        {number && <Paper words={words} look={look} of={of} />}
      </div>
      {state === 'asked' && !mayDecide && <p class="mt-3 text-soft">{words.waitsForOther}</p>}
    </Card>
  );
}

function factsOf(words: CertificatesWords, { language }: Look, of: Waiting) {
  const { minutes, minutesNow, services, askedAt, askedBy, number, decider, decidedAt, answer } = of;
  return [
    [
      periodText(words, of, language),
      words.issuer(words.hours(hoursText(minutes, language)), numberText(services, language)),
    ],
    [words.total, spanText(words, minutes, language)],
    [words.totalNow, minutesNow === undefined ? undefined : spanText(words, minutesNow, language)],
    [askedBy ? words.byStaff(askedBy) : words.byFamily, dayText(askedAt, language)],
    [words.number, number],
    [words.issuedBy, decider && decidedAt && `${decider} · ${dayText(decidedAt, language)}`],
    [words.why, answer],
  ] as const;
}

const Lines = ({ words, look: { language }, of: { lines } }: Omit<Given, 'refresh'> & { of: Reviewed }) => (
  <Table label={words.lines}>
    <thead>
      <tr>
        <HeadCell>{words.day}</HeadCell>
        <HeadCell>{words.service}</HeadCell>
        <HeadCell>{words.place}</HeadCell>
        <HeadCell class="text-right">{words.minutes}</HeadCell>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ shift, from, name, place, minutes }) => (
        <tr key={shift}>
          <Cell class="whitespace-nowrap">{dayText(from, language)}</Cell>
          <Cell>{name}</Cell>
          <Cell>{place}</Cell>
          <Cell class="text-right tabular-nums">{numberText(minutes, language)}</Cell>
        </tr>
      ))}
    </tbody>
  </Table>
);

function Decide({ words, look, of: { volunteer, id: certificate, minutes }, refresh }: Given & { of: Reviewed }) {
  const [isReturning, setReturning] = useState(false);
  const params = { volunteer, certificate };
  const issue = useAction(async () => {
    await send(deciding, { params, body: { approved: true, minutes } });
    await refresh();
  });
  const sendBack = useAction(async (form: FormData) => {
    await send(deciding, { params, body: { approved: false, answer: fieldText(form, 'answer') } });
    setReturning(false);
    await refresh();
  });
  return (
    <>
      {issue.problem && <ProblemNote problem={issue.problem} look={look} />}
      <Button disabled={issue.isBusy} onClick={() => issue.run()}>
        {words.issue(words.hours(hoursText(minutes, look.language)))}
      </Button>
      <Button kind="quiet" onClick={() => setReturning(true)}>
        {words.sendBack}
      </Button>
      {isReturning && (
        <FormDialog
          title={words.sendBack}
          labels={{ save: words.sendBack, cancel: words.cancel }}
          look={look}
          action={sendBack}
          onClose={() => setReturning(false)}
        >
          <TextArea label={words.why} name="answer" rows={3} maxLength={200} required />
        </FormDialog>
      )}
    </>
  );
}
