import { useRef, useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { keepLook, type Look, languages, sizes, themes } from '../../look.ts';
import { definePage, type Where } from '../../page.ts';
import { Card, Heading } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type StartWords, startWords } from '../../words/start.ts';

export const lookPage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: startWords,
  title: (words) => words.lookTitle,
  reads: () => ({}),
  view: ({ words, where }) => (
    <div class="max-w-md mx-auto">
      <Heading title={words.lookTitle} />
      <LookChoice words={words} where={where} />
    </div>
  ),
});

/** Chosen looks show at once, and whoever is signed in finds them on every device. */
function LookChoice({ words, where }: { words: StartWords; where: Where }) {
  const [look, show] = useState(where.look);
  const wanted = useRef(look);
  const save = useAction(async () => {
    // Another choice may be made while this one is on its way.
    for (let saved: Look | undefined; saved !== wanted.current; ) {
      saved = wanted.current;
      if (where.session) await send('PUT /api/session/look', { body: saved });
    }
    if (wanted.current.language !== where.look.language) location.reload();
  });
  const choose = (changed: Partial<Look>) => {
    wanted.current = { ...wanted.current, ...changed };
    const { size, theme } = wanted.current;
    keepLook(wanted.current);
    show(wanted.current);
    Object.assign(document.documentElement.dataset, { size, theme });
    save.run();
  };
  return (
    <Card>
      <div class="flex flex-col gap-4">
        <p class="font-bold">{words.language}</p>
        <Tabs
          label={words.language}
          names={languages}
          labels={words.languages}
          chosen={look.language}
          onChoose={(language) => choose({ language })}
        />
        <p class="font-bold">{words.size}</p>
        <Tabs
          label={words.size}
          names={sizes}
          labels={words.sizes}
          chosen={look.size}
          onChoose={(size) => choose({ size })}
        />
        <p class="font-bold">{words.theme}</p>
        <Tabs
          label={words.theme}
          names={themes}
          labels={words.themes}
          chosen={look.theme}
          onChoose={(theme) => choose({ theme })}
        />
        {save.problem && <ProblemNote problem={save.problem} look={look} />}
      </div>
    </Card>
  );
}
