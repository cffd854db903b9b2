import { type AnswerOf, read } from '../../api/read.ts';
import type { Language } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Filter } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import { right } from '../../ui/icons.ts';
import { type PublicityWords, publicityWords } from '../../words/publicity.ts';

/** Everybody chooses a school by its name or code; a code that is not listed here may still be opened. */
export const publicityPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: publicityWords,
  title: (words) => words.title,
  reads: () => ({ figures: read('GET /api/public/figures') }),
  view: ({ words, where: { query, look }, data: { figures } }) => (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={words.title} note={words.lead} />
      <Filter label={words.find} submit={words.find}>
        <div class="flex-1 min-w-48 max-w-md">
          <TextField label={words.search} name="q" type="search" value={query.q} maxLength={40} />
        </div>
      </Filter>
      <Schools words={words} wanted={query.q ?? ''} language={look.language} schools={figures.schools} />
    </div>
  ),
});

interface SchoolsGiven {
  readonly words: PublicityWords;
  readonly wanted: string;
  readonly language: Language;
  readonly schools: AnswerOf<'GET /api/public/figures'>['schools'];
}

function Schools({ words, wanted, language, schools }: SchoolsGiven) {
  const text = wanted.trim();
  const found = schools
    .filter(({ name, code }) => name.includes(text) || code.startsWith(text))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  return (
    <Card title={words.schoolsTitle}>
      {found.length === 0 ? (
        <Empty title={text ? words.noSchools : words.noneYet}>{text && <p>{words.noSchoolsNext}</p>}</Empty>
      ) : (
        <ul class="grid gap-2 sm:grid-cols-2">
          {found.map(({ name, code }) => (
            <li key={code}>
              <a
                href={`/publicity/${code}`}
                class="flex items-center justify-between gap-3 min-h-14 px-4 py-2 rounded-xl border border-line hover:bg-brand-soft"
              >
                <span class="min-w-0">
                  <span class="block font-bold text-brand">{name}</span>
                  <span class="block text-sm text-soft">{words.code(code)}</span>
                </span>
                <Icon of={right} class="size-5" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
