/** Records that wait on this phone: tried when a page opens and when the network is back; what was refused is said. */
import { useEffect, useState } from 'preact/hooks';
import { drop, type Kept } from '../../api/outbox.ts';
import type { ProblemSaid } from '../../api/problem.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { LeaderWords } from '../../words/leader.ts';
import { sentenceOf } from '../../words/problems.ts';
import { deliverKept, type Recorded, type Recording } from './deliver.ts';
import { keepDraft } from './keep-draft.ts';

interface NoteGiven {
  readonly words: LeaderWords;
  readonly where: Where;
  /** Called when something was sent after all. */
  onSent?(): void;
}

export function OutboxNote({ words, where, onSent }: NoteGiven) {
  const account = where.session?.account ?? '';
  const [kept, setKept] = useState<readonly Kept<Recording>[]>([]);
  const [sent, setSent] = useState<readonly Recorded[]>([]);
  const sweep = useAction(async () => {
    const swept = await deliverKept(account);
    setKept(swept.kept);
    setSent((before) => [...before, ...swept.recorded]);
    if (swept.recorded.length > 0) onSent?.();
  });
  useEffect(() => {
    const run = () => sweep.run();
    run();
    addEventListener('online', run);
    return () => removeEventListener('online', run);
  }, []);
  const forget = async ({ key }: Kept<Recording>) => {
    await drop(key);
    setKept((before) => before.filter((one) => one.key !== key));
  };
  const correct = async (one: Kept<Recording>) => {
    keepDraft(account, where.session?.post.scope ?? '', one.content.draft);
    await drop(one.key);
    location.assign('/leader/record');
  };
  const waiting = kept.filter(({ refused }) => refused === undefined);
  return (
    <div class="flex flex-col gap-3 empty:hidden">
      {sent.map(({ shift }) => (
        <div key={shift.id} class="flex flex-wrap items-center gap-3">
          <DoneNote>{words.sentLater(shift.name)}</DoneNote>
          <a class="link min-h-12 inline-flex items-center" href={`/leader/shifts/${shift.id}`}>
            {words.open}
          </a>
        </div>
      ))}
      {waiting.length > 0 && (
        <div role="status" class="flex flex-wrap items-center gap-3 p-4 rounded-xl bg-gold-soft text-gold">
          <Icon of={icons.offline} />
          <p class="font-bold mr-auto">{words.waiting(numberText(waiting.length, where.look.language))}</p>
          <Button kind="quiet" disabled={sweep.isBusy} onClick={() => sweep.run()}>
            {words.sendNow}
          </Button>
        </div>
      )}
      {kept.map((one) => (
        <RefusedNote key={one.key} words={words} where={where} kept={one} onCorrect={correct} onForget={forget} />
      ))}
    </div>
  );
}

interface RefusedGiven extends NoteGiven {
  readonly kept: Kept<Recording>;
  onCorrect(kept: Kept<Recording>): void;
  onForget(kept: Kept<Recording>): void;
}

function RefusedNote({ words, where, kept, onCorrect, onForget }: RefusedGiven) {
  if (kept.refused === undefined) return null;
  const code = kept.refused as ProblemSaid['code'];
  const { title, next } = sentenceOf({ code, status: 0 }, where.look.language);
  return (
    <div role="alert" class="flex flex-col gap-2 p-4 rounded-xl bg-danger-soft text-danger">
      <p class="font-bold">{words.refusedLater}</p>
      <p>{title}</p>
      <p>{next}</p>
      <div class="flex flex-wrap gap-2">
        <Button kind="quiet" onClick={() => onCorrect(kept)}>
          {words.fixRefused}
        </Button>
        <Button kind="danger" onClick={() => onForget(kept)}>
          {words.dropRefused}
        </Button>
      </div>
    </div>
  );
}
