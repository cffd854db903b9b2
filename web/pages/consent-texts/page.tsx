import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { dayOf, dayText } from '../../format.ts';
import { definePage } from '../../page.ts';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { consentTextWords } from '../../words/consent-texts.ts';
import { guardianWords } from '../../words/guardian.ts';
import { NewText } from './new-text.tsx';
import { type Given, reads } from './reads.ts';

/** What guardians are asked to agree to: the versions there were, the one in force, and one that is to come. */
export const consentTextsPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: consentTextWords,
  title: (words) => words.title,
  reads,
  view: (given) => <ConsentTexts {...given} />,
});

function ConsentTexts({ words, where, data: { texts }, refresh }: Given) {
  const [saved, setSaved] = useState<string>();
  const { current, items } = texts;
  const known = items.some(({ version }) => version === current.version) ? items : [current, ...items];
  const inOrder = [...known].sort((one, other) => (one.from < other.from ? 1 : -1));
  const isOurs = where.session?.post.role === 'district_admin';
  const done = async (version: string) => {
    setSaved(words.saved(version));
    await refresh();
  };
  return (
    <div class="max-w-3xl mx-auto grid gap-4">
      <Heading title={words.title} note={isOurs ? words.note : words.noteRead} />
      {saved && <DoneNote>{saved}</DoneNote>}
      {inOrder.map((text) => (
        <Version
          key={text.version}
          words={words}
          where={where}
          text={text}
          isCurrent={text.version === current.version}
        />
      ))}
      {isOurs && <NewText key={current.version} words={words} where={where} current={current} onDone={done} />}
    </div>
  );
}

interface VersionGiven extends Pick<Given, 'words' | 'where'> {
  readonly text: ItemOf<'GET /api/consent-texts'>;
  readonly isCurrent: boolean;
}

function Version({ words, where: { look, now }, text: { version, from, text, scopes }, isCurrent }: VersionGiven) {
  const names = guardianWords[look.language].scopes;
  const isToCome = from > dayOf(now);
  return (
    <Card
      title={words.version(version)}
      aside={
        <Badge tone={isCurrent ? 'good' : isToCome ? 'info' : 'plain'}>
          {isCurrent ? words.current : isToCome ? words.toCome : words.past}
        </Badge>
      }
    >
      <p class="text-sm text-soft mb-2">{words.from(dayText(from, look.language))}</p>
      <details open={isCurrent}>
        <summary class="min-h-12 flex items-center font-bold text-brand">{words.read}</summary>
        {text.split('\n').map((paragraph) => (
          <p key={paragraph} class="my-2">
            {paragraph}
          </p>
        ))}
        <p class="mt-3 font-bold">{words.covers}</p>
        <ul class="list-disc pl-6">
          {scopes.map((scope) => (
            <li key={scope}>{names[scope]}</li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
