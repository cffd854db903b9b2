import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type GuardianWords, guardianWords } from '../../words/guardian.ts';

export const childrenPage = definePage({
  allow: ['guardian'],
  frame: 'app',
  words: guardianWords,
  title: (words) => words.childrenTitle,
  reads: () => ({ children: read('GET /api/me/children') }),
  view: ({ words, where, data, refresh }) => (
    <div class="max-w-2xl mx-auto">
      <Heading title={words.childrenTitle} note={words.childrenLead} />
      <div class="grid gap-4">
        <Children words={words} look={where.look} items={data.children.items} />
        <AddChild words={words} look={where.look} refresh={refresh} />
      </div>
    </div>
  ),
});

type Child = ItemOf<'GET /api/me/children'>;
interface Told {
  readonly words: GuardianWords;
  readonly look: Look;
}

function Children({ words, look, items }: Told & { items: readonly Child[] }) {
  const take = useAction(async (post: string) => {
    await send('POST /api/session/post', { body: { post } });
    location.assign('/me');
  });
  return (
    <>
      {take.problem && <ProblemNote problem={take.problem} look={look} />}
      <ul class="grid gap-3">
        {items.map(({ volunteer, post, name, class: label, schoolName, consent, current }) => (
          <li key={volunteer} class="bg-card rounded-2xl border border-line p-4 flex flex-wrap items-center gap-3">
            <span class="flex-1 min-w-0">
              <span class="block text-lg font-bold">{name}</span>
              <span class="block text-soft">
                {schoolName} {label}
              </span>
              {current ? (
                <a href="/me/consent" class="link inline-flex items-center min-h-12">
                  {words.consentIs(words.consents[consent])}
                </a>
              ) : (
                <span class="block">{words.consentIs(words.consents[consent])}</span>
              )}
            </span>
            {current ? (
              <Badge tone="good">{words.current}</Badge>
            ) : (
              <Button kind="quiet" disabled={take.isBusy} onClick={() => take.run(post)}>
                {words.look(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function AddChild({ words, look, refresh }: Told & { refresh(): Promise<void> }) {
  const [isAdded, setAdded] = useState(false);
  const add = useAction(async (form: FormData) => {
    setAdded(false);
    await send('POST /api/session/children', { body: { code: fieldText(form, 'code') } });
    await refresh();
    setAdded(true);
  });
  return (
    <Card title={words.addTitle}>
      <form
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add.run(new FormData(event.currentTarget));
        }}
      >
        <TextField
          label={words.code}
          hint={words.addLead}
          name="code"
          autocomplete="one-time-code"
          autocapitalize="characters"
          required
        />
        {add.problem && <ProblemNote problem={add.problem} look={look} />}
        {isAdded && <DoneNote>{words.added}</DoneNote>}
        <Button type="submit" disabled={add.isBusy}>
          {words.add}
        </Button>
      </form>
    </Card>
  );
}
