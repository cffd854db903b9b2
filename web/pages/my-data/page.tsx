import { type AnswerOf, read } from '../../api/read.ts';
import { dayText, momentText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';
import { shellWords } from '../../words/shell.ts';
import { AskCorrection } from './ask.tsx';

type Data = AnswerOf<'GET /api/me/data'>;

export const myDataPage = definePage({
  allow: ['volunteer', 'guardian'],
  frame: 'app',
  words: guardianWords,
  title: (words) => words.dataTitle,
  reads: () => ({ mine: read('GET /api/me/data'), requests: read('GET /api/me/correction-requests') }),
  view: ({ words, where: { look }, data: { mine, requests }, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.dataTitle} note={words.dataLead} />
      <div class="grid gap-4">
        <Stored words={words} language={look.language} mine={mine} />
        <AskCorrection words={words} look={look} requests={requests.items} refresh={refresh} />
        <Openings words={words} language={look.language} openings={mine.openings} />
      </div>
    </div>
  ),
});

interface Told {
  readonly words: GuardianWords;
  readonly language: Language;
}

const shown = ['name', 'number', 'birthDate', 'gender', 'schoolName', 'guardian', 'phone'] as const;

function Stored({ words, language, mine }: Told & { mine: Data }) {
  const said = (key: (typeof shown)[number]) => {
    const value = mine.person[key];
    if (typeof value !== 'string') return undefined;
    if (key === 'gender') return words.genders[value];
    return key === 'birthDate' ? dayText(value, language) : value;
  };
  const count = (list: readonly unknown[]) => numberText(list.length, language);
  return (
    <Card title={words.storedTitle}>
      <Facts of={shown.map((key) => [words.facts[key] ?? key, said(key)] as const)} />
      <p class="my-3">{words.counts(count(mine.records), count(mine.entries), count(mine.redemptions))}</p>
      <LinkButton kind="quiet" href="/api/me/data" download="timebank.json">
        {words.download}
      </LinkButton>
      <p class="mt-2 text-sm text-soft">{words.downloadHint}</p>
    </Card>
  );
}

export const Openings = ({ words, language, openings }: Told & { openings: Data['openings'] }) => (
  <Card title={words.openingsTitle}>
    {openings.length === 0 && <p class="text-soft">{words.noOpenings}</p>}
    <ul class="divide-y divide-line">
      {openings.slice(0, 20).map(({ at, role, unitName }) => (
        <li key={at} class="py-3">
          {words.opening(momentText(at, language), shellWords[language].roles[role], unitName)}
        </li>
      ))}
    </ul>
  </Card>
);
