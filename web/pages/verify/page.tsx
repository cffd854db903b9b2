import { type AnswerOf, read } from '../../api/read.ts';
import { dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Heading, type Tone } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/field.tsx';
import { type CertificatesWords, certificatesWords } from '../../words/certificates.ts';
import { spanText } from '../my-certificates/said.ts';

type Verified = AnswerOf<'GET /api/certificates/{number}'>;

/** Where a certificate's code leads: nobody signs in to look whether it is true. */
export const verifyPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: certificatesWords,
  title: (words) => words.verifyTitle,
  reads: ({ query: { number } }) => ({
    found: number ? read('GET /api/certificates/{number}', { params: { number: number.slice(0, 40) } }) : undefined,
  }),
  view: ({ words, where: { look, query }, data: { found } }) => (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={words.verifyTitle} note={found ? undefined : words.verifyLead} />
      {found && <Standing words={words} language={look.language} of={found} />}
      <Card>
        <form method="get" class="flex flex-col gap-4">
          <TextField
            label={words.number}
            name="number"
            hint={words.numberHint}
            value={query.number ?? ''}
            autocapitalize="characters"
            autocomplete="off"
            maxLength={40}
            required
          />
          <Button type="submit" kind={found ? 'quiet' : 'main'} wide>
            {words.verifyGo}
          </Button>
        </form>
      </Card>
    </div>
  ),
});

const tones: Readonly<Record<Verified['standing'], Tone>> = { valid: 'good', corrected: 'bad', unknown: 'gold' };

interface StandingGiven {
  readonly words: CertificatesWords;
  readonly language: Language;
  readonly of: Verified;
}

function Standing({
  words,
  language,
  of: { standing, number, name, unitName, from, to, minutes, minutesNow, issuedOn },
}: StandingGiven) {
  const span = (count: number | undefined) => (count === undefined ? undefined : spanText(words, count, language));
  const said = {
    valid: words.validText,
    corrected: words.correctedNow(span(minutesNow) ?? ''),
    unknown: words.unknownText,
  };
  return (
    <Card title={number ?? words.number} aside={<Badge tone={tones[standing]}>{words.standings[standing]}</Badge>}>
      <p class={standing === 'corrected' ? 'font-bold text-danger' : 'font-bold'}>{said[standing]}</p>
      <Facts
        of={[
          [words.name, name],
          [words.servedIn, from && to && words.period(dayText(from, language), dayText(to, language))],
          [words.onPaper, span(minutes)],
          [words.totalNow, span(minutesNow)],
          [words.byUnit, unitName],
          [words.issuedOn, issuedOn && dayText(issuedOn, language)],
        ]}
      />
    </Card>
  );
}
