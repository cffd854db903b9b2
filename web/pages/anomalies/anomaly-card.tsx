import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { dayText, momentText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { AnomalyWords } from '../../words/anomalies.ts';

interface CardGiven {
  readonly anomaly: ItemOf<'GET /api/anomalies'>;
  readonly words: AnomalyWords;
  readonly look: Look;
  refresh(): Promise<void>;
}

const reasonCharactersMax = 200;

/** What was found, who had to do with it, and the way to close it. */
export function AnomalyCard({ anomaly, words, look, refresh }: CardGiven) {
  const [isClosing, setClosing] = useState(false);
  const { id, kind, teamName, shift, closed } = anomaly;
  const close = useAction(async (form: FormData) => {
    const body = { reason: fieldText(form, 'reason') };
    await send('POST /api/anomalies/{anomaly}/closure', { params: { anomaly: id }, body });
    setClosing(false);
    await refresh();
  });
  return (
    <Card title={words.kinds[kind]}>
      <Facts of={factsOf(anomaly, words, look)} />
      <div class="flex flex-wrap gap-2 mt-3 empty:hidden">
        {shift && (
          <LinkButton kind="quiet" href={`/approvals/${shift.id}`}>
            {words.openShift}
          </LinkButton>
        )}
        {!closed && (
          <Button aria-label={words.closeOf(words.kinds[kind], teamName)} onClick={() => setClosing(true)}>
            {words.close}
          </Button>
        )}
      </div>
      {isClosing && (
        <FormDialog
          title={words.kinds[kind]}
          labels={{ save: words.save, cancel: words.cancel }}
          look={look}
          action={close}
          onClose={() => setClosing(false)}
        >
          <TextArea
            label={words.reason}
            hint={words.reasonHint}
            name="reason"
            rows={3}
            maxLength={reasonCharactersMax}
            required
          />
        </FormDialog>
      )}
    </Card>
  );
}

function factsOf(
  { teamName, shift, day, percent, shifts, staff, closed }: CardGiven['anomaly'],
  words: AnomalyWords,
  { language }: Look,
): [string, string | undefined][] {
  const [year = '', month = ''] = day.split('-');
  const when: [string, string] = shift
    ? [words.day, dayText(day, language)]
    : [words.month, words.monthOf(year, month)];
  return [
    [words.team, teamName],
    [words.shift, shift?.name],
    when,
    [words.share, percent === undefined ? undefined : words.percent(numberText(percent, language))],
    [words.count, shifts === undefined ? undefined : words.shifts(numberText(shifts, language))],
    [words.staff, staff.join(words.names) || undefined],
    [words.reason, closed?.reason],
    [words.states.closed, closed && words.closedBy(closed.by, momentText(closed.at, language))],
  ];
}
