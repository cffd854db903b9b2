import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { definePage } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Heading } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type InboxWords, inboxWords } from '../../words/inbox.ts';

/** Which messages one gets. */
export const inboxSwitchesPage = definePage({
  allow: 'signed_in',
  frame: 'app',
  words: inboxWords,
  title: (words) => words.settings,
  reads: () => ({ switches: read('GET /api/me/notice-switches') }),
  view: ({ words, where: { look }, data: { switches }, refresh }) => (
    <div class="max-w-2xl mx-auto flex flex-col gap-4">
      <Heading title={words.settings} note={words.settingsNote} />
      <Switches words={words} look={look} items={switches.items} refresh={refresh} />
      <LinkButton kind="quiet" wide href="/inbox">
        {words.back}
      </LinkButton>
    </div>
  ),
});

interface Given {
  readonly words: InboxWords;
  readonly look: Look;
  readonly items: AnswerOf<'GET /api/me/notice-switches'>['items'];
  refresh(): Promise<void>;
}

function Switches({ words, look, items, refresh }: Given) {
  const { isBusy, problem, run } = useAction(async (kind: Given['items'][number]['kind'], on: boolean) => {
    await send('PUT /api/me/notice-switches', { body: { kind, on } });
    await refresh();
  });
  return (
    <>
      {problem && <ProblemNote problem={problem} look={look} />}
      <ul class="bg-card rounded-2xl border border-line divide-y divide-line">
        {items
          .filter(({ always }) => !always)
          .map(({ kind, on }) => (
            <li key={kind} class="px-2">
              <TickBox checked={on} disabled={isBusy} onChange={(isOn) => run(kind, isOn)}>
                <span class="py-2">{words.kinds[kind]}</span>
              </TickBox>
            </li>
          ))}
      </ul>
      <details class="bg-card rounded-2xl border border-line px-4">
        <summary class="min-h-12 flex items-center font-bold">{words.always}</summary>
        <ul class="pb-4 flex flex-col gap-2 text-soft">
          {items
            .filter(({ always }) => always)
            .map(({ kind }) => (
              <li key={kind}>{words.kinds[kind]}</li>
            ))}
        </ul>
      </details>
    </>
  );
}
