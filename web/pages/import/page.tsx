import { useEffect, useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText, numberText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Heading, type Tone } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useAction } from '../../ui/use-action.ts';
import { sentenceOf } from '../../words/problems.ts';
import '../../words/problems-now.ts';
import { type RosterWords, rosterWords } from '../../words/roster.ts';
import { Rows, shownOf } from './rows.tsx';
import type { Job } from './shown.ts';

const readsOf = (where: Where) => {
  const params = { import: where.params.import ?? '' };
  const query = { outcome: shownOf(where), cursor: where.query.cursor };
  return {
    job: read('GET /api/imports/{import}', { params }),
    rows: read('GET /api/imports/{import}/rows', { params, query }),
  };
};

export const importPage = definePage({
  allow: ['district_admin', 'unit_admin'],
  frame: 'app',
  words: rosterWords,
  title: (words) => words.importTitle,
  reads: readsOf,
  view: (view) => <Import {...view} />,
});

type Given = View<RosterWords, ReturnType<typeof readsOf>>;

const tones: Readonly<Record<Job['state'], Tone>> = {
  reading: 'info',
  preview: 'gold',
  committing: 'info',
  done: 'good',
  failed: 'bad',
};
/** Between two looks at work that goes on. */
const pollMs = 1500;

function Import({ words, where, data: { job, rows }, refresh }: Given) {
  const [looks, setLooks] = useState(0);
  const isRunning = job.state === 'reading' || job.state === 'committing';
  useEffect(() => {
    if (!isRunning) return;
    // A look that failed is followed by the next one: the work goes on without being watched.
    const again = () => setLooks((count) => count + 1);
    const timer = setTimeout(() => refresh().then(again, again), pollMs);
    return () => clearTimeout(timer);
  }, [isRunning, looks]);
  return (
    <>
      <Heading title={words.importTitle} note={words.begunAt(momentText(job.createdAt, where.look.language))}>
        <LinkButton kind="quiet" href="/imports">
          {words.another}
        </LinkButton>
      </Heading>
      <div class="flex flex-col gap-4">
        <Banner words={words} where={where} job={job} refresh={refresh} />
        {job.state !== 'reading' && job.state !== 'failed' && (
          <Rows words={words} where={where} job={job} rows={rows} />
        )}
      </div>
    </>
  );
}

interface BannerGiven extends Pick<Given, 'words' | 'where' | 'refresh'> {
  readonly job: Job;
}

/** Where the import stands, and the one thing to do about it. */
function Banner({ words, where, job, refresh }: BannerGiven) {
  const { language } = where.look;
  const commit = useAction(async () => {
    await send('POST /api/imports/{import}/commit', { params: { import: job.id }, body: {} });
    await refresh();
  });
  const { title, next, done, max } = said(words, job, (count) => numberText(count, language), where);
  const writable = job.counts.new + job.counts.changed;
  return (
    <section class="rounded-2xl bg-card border border-line p-4 lg:p-6 flex flex-col gap-4">
      <div role="status" class="flex flex-col gap-2 items-start">
        <Badge tone={tones[job.state]}>{words.states[job.state]}</Badge>
        <h2 class="text-xl font-bold flex items-center gap-2">
          {job.state === 'preview' && <Icon of={icons.shield} class="size-6 text-gold" />}
          {title}
        </h2>
        <p class="text-soft">{next}</p>
      </div>
      {max > 0 && (
        <div class="text-brand">
          <Progress label={words.states[job.state]} value={done} max={max} />
        </div>
      )}
      {commit.problem && <ProblemNote problem={commit.problem} look={where.look} />}
      {job.state === 'preview' && (
        <Button class="self-start" disabled={commit.isBusy || writable === 0} onClick={() => commit.run()}>
          {writable === 0 ? words.nothingToWrite : words.commit(numberText(writable, language))}
        </Button>
      )}
      {job.state === 'done' && (
        <LinkButton class="self-start" href="/pupils">
          {words.goPupils}
        </LinkButton>
      )}
      {job.state === 'done' && (
        <LinkButton kind="quiet" class="self-start" href={`/leavers?import=${job.id}`}>
          {words.goMissing}
        </LinkButton>
      )}
      {job.state === 'failed' && (
        <LinkButton class="self-start" href="/imports">
          {words.retry}
        </LinkButton>
      )}
    </section>
  );
}

interface Said {
  readonly title: string;
  readonly next: string;
  readonly done: number;
  /** 0 where nothing is under way. */
  readonly max: number;
}

function said(words: RosterWords, job: Job, number: (count: number) => string, { look }: Where): Said {
  const { state, rows, counts, committed, problem } = job;
  const compared = Object.values<number>(counts).reduce((sum, count) => sum + count, 0);
  const writable = counts.new + counts.changed;
  const still = { done: 0, max: 0 };
  switch (state) {
    case 'reading':
      return {
        title: rows === 0 ? words.wait : words.read(number(compared), number(rows)),
        next: words.readingNext,
        done: compared,
        max: rows,
      };
    case 'preview':
      return { title: words.notWritten, next: words.notWrittenNext, ...still };
    case 'committing': {
      const title = words.written(number(committed), number(writable));
      return { title, next: words.committingNext, done: committed, max: writable };
    }
    case 'done':
      return { title: words.doneNote(number(committed)), next: words.doneNext, ...still };
    case 'failed': {
      const code = (problem?.code ?? 'fault') as Parameters<typeof sentenceOf>[0]['code'];
      const { title, next } = sentenceOf({ code, status: 0 }, look.language);
      return { title, next: problem?.detail ?? next, ...still };
    }
  }
}
