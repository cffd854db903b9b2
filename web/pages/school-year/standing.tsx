/** Where the year change stands, and the one thing to do about it. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { momentText, numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Card, type Tone } from '../../ui/card.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { YearWords } from '../../words/year.ts';
import type { YearChange } from './shown.ts';

interface Given {
  readonly words: YearWords;
  readonly where: Where;
  readonly change: YearChange;
  refresh(): Promise<void>;
}
const tones: Readonly<Record<YearChange['state'], Tone>> = {
  preview: 'gold',
  running: 'info',
  done: 'good',
  undoing: 'info',
  undone: 'gold',
};

export function Standing({ words, where, change, refresh }: Given) {
  const { state, left, undoUntil } = change;
  const { language } = where.look;
  return (
    <Card class="flex flex-col gap-3 items-start">
      <div role="status" class="flex flex-wrap items-center gap-3">
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
        {left > 0 && <p class="font-bold">{words.left(numberText(left, language))}</p>}
      </div>
      <p class="text-soft">{words.kept}</p>
      {undoUntil && <p class="text-soft">{words.undoUntil(momentText(undoUntil, language))}</p>}
      {(state === 'preview' || state === 'undone') && (
        <Commit words={words} where={where} change={change} refresh={refresh} />
      )}
      {state === 'done' && undoUntil && Date.parse(undoUntil) > where.now && (
        <Undo words={words} where={where} change={change} refresh={refresh} />
      )}
    </Card>
  );
}

function Commit({ words, where, change: { school, year, leavingVolunteers }, refresh }: Given) {
  const [isAsking, setAsking] = useState(false);
  const count = numberText(leavingVolunteers, where.look.language);
  const commit = useAction(async () => {
    const body = { year, leavingVolunteers };
    await send('POST /api/schools/{school}/year-change', { params: { school }, body });
    setAsking(false);
    await refresh();
  });
  return (
    <>
      <Button disabled={leavingVolunteers === 0} onClick={() => setAsking(true)}>
        {words.commit(count)}
      </Button>
      {isAsking && (
        <FormDialog
          title={words.commitTitle}
          labels={{ save: words.confirm, cancel: words.cancel }}
          look={where.look}
          action={commit}
          onClose={() => setAsking(false)}
        >
          <p>{words.commitSure(count)}</p>
        </FormDialog>
      )}
    </>
  );
}

function Undo({ words, where, change: { school, year }, refresh }: Given) {
  const [isAsking, setAsking] = useState(false);
  const undo = useAction(async () => {
    await send('POST /api/schools/{school}/year-change/undo', { params: { school }, body: { year } });
    setAsking(false);
    await refresh();
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {words.undo}
      </Button>
      {isAsking && (
        <FormDialog
          title={words.undoTitle}
          labels={{ save: words.undoConfirm, cancel: words.cancel }}
          look={where.look}
          action={undo}
          onClose={() => setAsking(false)}
        >
          <p>{words.undoSure}</p>
        </FormDialog>
      )}
    </>
  );
}
