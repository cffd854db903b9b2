/** What was asked for, and what became of it. */
import { dayText, hoursText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Badge, Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import type { CertificatesWords } from '../../words/certificates.ts';
import { Paper } from './paper.tsx';
import { type Certificate, periodText, spanText, tones } from './said.ts';

interface ListGiven {
  readonly words: CertificatesWords;
  readonly look: Look;
  readonly items: readonly Certificate[];
}

export const List = ({ words, look, items }: ListGiven) => (
  <Card title={words.listTitle}>
    {items.length === 0 && <p class="text-soft">{words.none}</p>}
    <ul class="divide-y divide-line">
      {items.map((one) => (
        <One key={one.id} words={words} look={look} of={one} />
      ))}
    </ul>
  </Card>
);

function One({ words, look, of }: Omit<ListGiven, 'items'> & { of: Certificate }) {
  const { language } = look;
  const { state, unitName, minutes, minutesNow, number, decider, decidedAt, askedAt, answer, services } = of;
  const isIssued = number !== undefined;
  const told = isIssued
    ? words.issuedBy && dayText(decidedAt ?? askedAt, language)
    : words.askedOn(dayText(askedAt, language));
  return (
    <li class="py-4 flex flex-col gap-2">
      <p class="flex flex-wrap items-center justify-between gap-2">
        <span class="font-bold text-lg">{unitName}</span>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </p>
      <p class="text-soft">{periodText(words, of, language)}</p>
      {isIssued ? (
        <Facts
          of={[
            [words.number, <span class="tabular-nums whitespace-nowrap">{number}</span>],
            [words.total, spanText(words, minutes, language)],
            [words.totalNow, minutesNow === undefined ? undefined : spanText(words, minutesNow, language)],
            [words.issuedBy, decider],
            [words.issuedOn, told],
          ]}
        />
      ) : (
        <p class="text-soft">{`${words.issuer(words.hours(hoursText(minutes, language)), String(services))} · ${told}`}</p>
      )}
      {state === 'corrected' && <p class="text-danger">{words.correctedText}</p>}
      {answer && <p class="text-danger">{words.returnedFor(answer)}</p>}
      {isIssued && (
        <div class="flex flex-wrap gap-2">
          <Paper words={words} look={look} of={of} />
          <LinkButton kind="quiet" href={`/verify?number=${number}`}>
            {words.verifyOwn}
          </LinkButton>
        </div>
      )}
    </li>
  );
}
