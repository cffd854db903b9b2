/** Anybody at the place says how a service was: a score and some words, no name. */
import { useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { newKey, send } from '../../api/send.ts';
import { dayText } from '../../format.ts';
import { definePage, type Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type ActivityWords, activityWords } from '../../words/activities.ts';

type Tag = keyof ActivityWords['tags'];

export const feedbackPage = definePage({
  allow: 'anyone',
  frame: 'bare',
  words: activityWords,
  title: (words) => words.feedbackTitle,
  reads: ({ params }) => ({ about: read('GET /api/feedback/{token}', { params: { token: params.token ?? '' } }) }),
  view: ({ words, where, data: { about } }) => (
    <main class="max-w-md mx-auto p-4 flex flex-col gap-4">
      <h1 class="text-2xl font-bold">{words.feedbackTitle}</h1>
      <p>
        <span class="block font-bold">{about.name}</span>
        {dayText(about.day, where.look.language)} · {about.place}
      </p>
      <Form words={words} where={where} />
    </main>
  ),
});

/** One number for this phone, so that it counts once; it says nothing else. */
function deviceNumber(): string {
  const name = 'timebank-device';
  try {
    const known = localStorage.getItem(name) ?? newKey();
    localStorage.setItem(name, known);
    return known;
  } catch {
    return newKey();
  }
}

function Form({ words, where: { look, params } }: { words: ActivityWords; where: Where }) {
  const [score, setScore] = useState(0);
  const [tags, setTags] = useState<ReadonlySet<Tag>>(new Set());
  const [isDone, setDone] = useState(false);
  const submit = useAction(async () => {
    const body = { score, tags: [...tags], device: deviceNumber() };
    await send('POST /api/feedback/{token}', { params: { token: params.token ?? '' }, body });
    setDone(true);
  });
  if (isDone) {
    return (
      <div role="status" class="rounded-2xl bg-fill text-on-fill p-6 text-center">
        <p class="text-2xl font-bold">{words.thanks}</p>
        <p>{words.thanksNote}</p>
      </div>
    );
  }
  const toggle = (tag: Tag, isOn: boolean) => {
    const next = new Set(tags);
    if (isOn) next.add(tag);
    else next.delete(tag);
    setTags(next);
  };
  return (
    <>
      <fieldset class="grid gap-2">
        <legend class="font-bold mb-2">{words.score}</legend>
        {words.scores.map((name, at) => (
          <label key={name} class="flex items-center gap-3 min-h-12 px-3 rounded-xl border border-line bg-card">
            <input
              type="radio"
              name="score"
              class="size-6 accent-fill"
              checked={score === at + 1}
              onChange={() => setScore(at + 1)}
            />
            <span class="flex-1">{name}</span>
            <span aria-hidden="true" class="text-gold">
              {'★'.repeat(at + 1)}
            </span>
          </label>
        ))}
      </fieldset>
      <Card title={words.tagsTitle}>
        <div class="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]">
          {(Object.entries(words.tags) as [Tag, string][]).map(([tag, name]) => (
            <TickBox key={tag} checked={tags.has(tag)} onChange={(isOn) => toggle(tag, isOn)}>
              {name}
            </TickBox>
          ))}
        </div>
      </Card>
      {submit.problem && <ProblemNote problem={submit.problem} look={look} />}
      <Button wide disabled={submit.isBusy || score === 0} onClick={() => submit.run()}>
        {words.send}
      </Button>
      <p class="text-soft text-sm">{words.thanksNote}</p>
    </>
  );
}
