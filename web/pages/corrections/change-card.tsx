/** One change: what, why, by whom, and the two buttons for whoever may decide. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, type Tone } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ChangesWords } from '../../words/changes.ts';
import { TakeBack } from './take-back.tsx';

type Change = ItemOf<'GET /api/changes'>;
interface Told {
  readonly change: Change;
  readonly words: ChangesWords;
  readonly look: Look;
}
const tones: Readonly<Record<Change['state'], Tone>> = { proposed: 'gold', approved: 'good', refused: 'plain' };

export function ChangeCard({ refresh, ...told }: Told & { refresh(): Promise<void> }) {
  const { change, words, look } = told;
  const about = change.class ? `${change.name} · ${change.class}` : change.name;
  return (
    <Card title={about} aside={<Badge tone={tones[change.state]}>{words.states[change.state]}</Badge>}>
      <p class="font-bold">{words.kinds[change.kind]}</p>
      <Facts of={factsOf(told)} />
      {change.mayDecide && <Decide change={change} words={words} look={look} refresh={refresh} />}
      <TakeBack change={change} words={words} look={look} refresh={refresh} />
      {change.state === 'proposed' && !change.mayDecide && <p class="mt-3 text-soft">{words.waitsForOther}</p>}
    </Card>
  );
}

function factsOf({ change, words, look: { language } }: Told) {
  const { correction, merge, finding, points, reason, proposedBy, proposedAt, decidedBy, decidedAt, answer, effect } =
    change;
  const number = (count: number) => numberText(count, language);
  const moved = (before: number, after: number) => words.fromTo(number(before), number(after));
  return [
    [words.service, correction?.service ?? finding?.service],
    [words.responsible, finding && words.responsibleIs[finding.about](change.name, finding.recorder)],
    [words.merged, merge && words.mergedFrom(merge.class, merge.number)],
    [words.minutes, merge && words.minutesOf(number(merge.minutes))],
    [words.points, merge && number(merge.points)],
    [words.minutes, correction && words.minutesOf(moved(correction.minutesBefore, correction.minutes))],
    [words.points, correction && moved(correction.pointsBefore, correction.points)],
    [change.kind === 'waiver' ? words.owed : words.points, points !== undefined && signedNumber(points, number)],
    [words.reason, reason],
    [words.proposedBy, words.signed(proposedBy, dayText(proposedAt, language))],
    [words.decidedBy, decidedBy && decidedAt && words.signed(decidedBy, dayText(decidedAt, language))],
    [words.answer, answer],
    [words.effect, effect && effectText(effect, words, number)],
  ] as const;
}

const signedNumber = (count: number, number: (count: number) => string) => `${count > 0 ? '+' : ''}${number(count)}`;

function effectText(
  { points, debt, cancelled }: NonNullable<Change['effect']>,
  words: ChangesWords,
  number: (count: number) => string,
): string {
  const said = [
    points !== 0 && words.effectPoints(signedNumber(points, number)),
    debt !== 0 && words.effectDebt(signedNumber(debt, number)),
    cancelled > 0 && words.effectCancelled(number(cancelled)),
  ].filter((text) => text !== false);
  return said.join(' · ') || words.effectNone;
}

function Decide({ change: { id, name }, words, look, refresh }: Told & { refresh(): Promise<void> }) {
  const [isRefusing, setRefusing] = useState(false);
  const params = { change: id };
  const approve = useAction(async () => {
    await send('POST /api/changes/{change}/decision', { params, body: { approved: true } });
    await refresh();
  });
  const refuse = useAction(async (form: FormData) => {
    const body = { approved: false, answer: fieldText(form, 'answer') };
    await send('POST /api/changes/{change}/decision', { params, body });
    setRefusing(false);
    await refresh();
  });
  return (
    <div class="mt-3 flex flex-col gap-3">
      {approve.problem && <ProblemNote problem={approve.problem} look={look} />}
      <div class="flex flex-wrap gap-2">
        <Button onClick={() => approve.run()} disabled={approve.isBusy} aria-label={words.approveOf(name)}>
          {words.approve}
        </Button>
        <Button kind="quiet" onClick={() => setRefusing(true)} aria-label={words.refuseOf(name)}>
          {words.refuse}
        </Button>
      </div>
      {isRefusing && (
        <FormDialog
          title={words.refuseTitle}
          labels={{ save: words.refuseSend, cancel: words.cancel }}
          look={look}
          action={refuse}
          onClose={() => setRefusing(false)}
        >
          <TextArea label={words.refuseAnswer} name="answer" rows={3} maxLength={200} required />
        </FormDialog>
      )}
    </div>
  );
}
