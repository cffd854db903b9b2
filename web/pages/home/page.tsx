import { read } from '../../api/read.ts';
import { definePage } from '../../page.ts';
import { homeOf } from '../../shell/navigation.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { publicityWords } from '../../words/publicity.ts';
import { type StartWords, startWords } from '../../words/start.ts';
import { PublicFigures } from '../publicity/public-figures.tsx';

export const homePage = definePage({
  allow: 'anyone',
  frame: 'app',
  words: startWords,
  title: (words) => words.homeTitle,
  reads: () => ({ figures: read('GET /api/public/figures') }),
  view: ({ words, where: { session, look }, data: { figures } }) => (
    <div class="flex flex-col gap-6">
      <section class="rounded-2xl bg-fill text-on-fill p-6 lg:p-12">
        <h1 class="text-3xl lg:text-5xl font-bold">{words.homeTitle}</h1>
        <p class="mt-4 max-w-2xl text-lg">{words.homeLead}</p>
        <p class="mt-6">
          <LinkButton kind="quiet" href={session ? homeOf(session.post.role) : '/sign-in'}>
            {session ? words.enter : words.signIn}
          </LinkButton>
        </p>
      </section>
      <PublicFigures figures={figures} language={look.language} />
      <Steps words={words} />
      <p class="flex flex-wrap justify-center gap-3">
        <LinkButton kind="quiet" href="/publicity">
          {publicityWords[look.language].goLists}
        </LinkButton>
        <LinkButton kind="quiet" href="/verify">
          {words.verify}
        </LinkButton>
      </p>
    </div>
  ),
});

const Steps = ({ words }: { words: StartWords }) => (
  <Card title={words.howTitle}>
    <ol class="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {words.steps.map(({ title, text }, index) => (
        <li key={title} class="flex gap-3">
          <span class="size-8 shrink-0 rounded-full bg-brand-soft text-brand font-bold grid place-items-center">
            {index + 1}
          </span>
          <div>
            <p class="font-bold">{title}</p>
            <p class="text-soft">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  </Card>
);
