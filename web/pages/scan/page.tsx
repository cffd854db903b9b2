/** A volunteer checks in and out: the camera, or the six digits; without network the scan is kept and sent later. */
import { useEffect, useState } from 'preact/hooks';
import { read } from '../../api/read.ts';
import { clockText, dayText, numberText } from '../../format.ts';
import { definePage, type View } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { Warning } from '../../ui/warning.tsx';
import { type ActivityWords, activityWords } from '../../words/activities.ts';
import { Viewfinder } from '../desk/viewfinder.tsx';
import { Typed } from './typed.tsx';
import { type Done, useScan } from './use-scan.ts';

const shownMax = 20;
const readsOf = () => ({ mine: read('GET /api/me/sign-ups', { query: { limit: shownMax } }) });
type Given = View<ActivityWords, ReturnType<typeof readsOf>>;

export const scanPage = definePage({
  allow: ['volunteer'],
  frame: 'app',
  words: activityWords,
  title: (words) => words.scanTitle,
  reads: readsOf,
  view: (view) => <Scan {...view} />,
});

/** What a scanned text holds: the address of this page with the code behind the hash, or the code itself. */
const codeIn = (text: string): string | undefined => /(v1\.[\w.-]+)$/.exec(text)?.[1];

function Scan({ words, where, data }: Given) {
  const { look, session } = where;
  const { done, setDone, waiting, submit, flush } = useScan(session?.account ?? '');
  const [isOpen, setOpen] = useState(false);
  const [warning, warn] = useState<'noCamera' | 'notACode'>();
  const take = (text: string) => {
    const code = codeIn(text);
    warn(code ? undefined : 'notACode');
    if (!code) return;
    setOpen(false);
    submit.run(code);
  };
  useEffect(() => {
    if (location.hash.length > 1) {
      take(decodeURIComponent(location.hash.slice(1)));
      history.replaceState(null, '', location.pathname);
    }
  }, []);
  const fail = () => {
    warn('noCamera');
    setOpen(false);
  };
  const problem = submit.problem ?? flush.problem;
  if (done) return <Success words={words} language={look.language} done={done} onNext={() => setDone(undefined)} />;
  return (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={words.scanTitle} note={words.scanLead} />
      {isOpen ? (
        <Viewfinder words={words} onText={take} onFail={fail} onClose={() => setOpen(false)} />
      ) : (
        <Button
          wide
          class="min-h-16 text-lg"
          disabled={submit.isBusy}
          onClick={() => ('mediaDevices' in navigator ? setOpen(true) : fail())}
        >
          <Icon of={icons.scan} />
          {words.openCamera}
        </Button>
      )}
      {warning && <Warning>{words[warning]}</Warning>}
      {problem && <ProblemNote problem={problem} look={look} />}
      {waiting > 0 && (
        <Card title={words.keptTitle}>
          <p>{words.kept(numberText(waiting, look.language))}</p>
          <Button wide class="mt-3" disabled={flush.isBusy} onClick={() => flush.run()}>
            {words.sendKept}
          </Button>
        </Card>
      )}
      <Typed words={words} where={where} mine={data.mine.items} onDone={setDone} />
    </div>
  );
}

interface SuccessGiven {
  readonly words: ActivityWords;
  readonly language: 'zh-CN' | 'en';
  readonly done: Done;
  onNext(): void;
}

/** Seen from two steps away. */
const Success = ({ words, language, done, onNext }: SuccessGiven) => (
  <div class="max-w-md mx-auto flex flex-col gap-4">
    <div class="rounded-2xl bg-fill text-on-fill p-6 flex flex-col items-center gap-3 text-center" role="status">
      <Icon of={icons.check} class="size-16" />
      <h1 class="text-2xl font-bold">{done.out ? words.doneOut : words.doneIn}</h1>
      <p class="text-xl">{done.name}</p>
      <p>
        {dayText(done.from, language)} · {clockText(done.out ?? done.in ?? done.from, language)}
      </p>
    </div>
    <LinkButton wide href={`/me/activities/${done.shift}`}>
      {words.mine}
    </LinkButton>
    <Button kind="quiet" wide onClick={onNext}>
      {words.cancel}
    </Button>
  </div>
);
