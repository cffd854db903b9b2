/** The code on the leader's screen and the camera for pupils' cards. */
import { useEffect, useState } from 'preact/hooks';
import { type AnswerOf, pathOf } from '../../api/read.ts';
import { fetchRead } from '../../api/send.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { DoneNote } from '../../ui/notice.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { Warning } from '../../ui/warning.tsx';
import { Viewfinder } from '../desk/viewfinder.tsx';
import type { Given } from './given.ts';
import type { Note } from './use-attendance.ts';

type Phase = 'in' | 'out';
type Shown = AnswerOf<'GET /api/activity-shifts/{shift}/codes'>;
interface CodesGiven extends Given {
  readonly note: Note;
}

export function Codes(given: CodesGiven) {
  const { words } = given;
  const [shown, show] = useState<Phase | 'cards'>();
  const open = (what: Phase | 'cards', label: string, icon: string) => (
    <Button
      class={`min-h-16 text-lg ${what === 'cards' ? 'col-span-full sm:col-auto' : ''}`}
      onClick={() => show(what)}
    >
      <Icon of={icon} />
      {label}
    </Button>
  );
  return (
    <div class="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
      {open('cards', words.scanCards, icons.cards)}
      {open('in', words.showIn, icons.scan)}
      {open('out', words.showOut, icons.leave)}
      {shown === 'cards' && <Cards {...given} onClose={() => show(undefined)} />}
      {(shown === 'in' || shown === 'out') && <Screen {...given} phase={shown} onClose={() => show(undefined)} />}
    </div>
  );
}

const stepMs = 15_000;
/** Asked again while this many are left, so that a short gap in the network is not seen. */
const fewLeft = 8;

/** The code of this moment by the server's clock, as large as the screen. */
function Screen({ words, where, session, phase, onClose }: Given & { phase: Phase; onClose(): void }) {
  const [codes, setCodes] = useState<Shown & { ahead: number }>();
  const [now, setNow] = useState(0);
  useEffect(() => {
    const load = async () => {
      const path = pathOf('GET /api/activity-shifts/{shift}/codes', {
        params: { shift: session.id },
        query: { phase },
      });
      const answer = await fetchRead<'GET /api/activity-shifts/{shift}/codes'>(path);
      setCodes({ ...answer, ahead: Date.parse(answer.now) - Date.now() });
    };
    const reload = () => void load().catch(() => undefined);
    reload();
    const timers = [setInterval(() => setNow(Date.now()), 500), setInterval(reload, stepMs * fewLeft)];
    return () => timers.forEach(clearInterval);
  }, [phase]);
  const at = now + (codes?.ahead ?? 0);
  const current = codes?.items.findLast(({ from }) => Date.parse(from) <= at) ?? codes?.items[0];
  return (
    <Dialog title={words.codeTitle[phase]} onClose={onClose}>
      {current && (
        <>
          <QrCode text={`${where.origin}/scan#${current.code}`} label={words.codeTitle[phase]} class="w-full" />
          <p class="text-5xl font-bold tabular-nums tracking-widest text-center mt-3">{current.digits}</p>
        </>
      )}
      <p class="text-soft my-3">{words.codeHint}</p>
      <Button kind="quiet" wide onClick={onClose}>
        {words.cancel}
      </Button>
    </Dialog>
  );
}

/** The person's own number stands behind the activation code on the printed card. */
const personIn = (text: string): string | undefined => /[.:]([0-9A-HJKMNP-TV-Z]{26})$/.exec(text)?.[1];

function Cards({ words, session, note, onClose }: CodesGiven & { onClose(): void }) {
  const [said, say] = useState<string>();
  const [stranger, setStranger] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const noteOne = async (volunteer: string, walkIn: boolean) => {
    const before = session.people.find((one) => one.volunteer === volunteer);
    const what = before?.state === 'in' ? ('out' as const) : ('in' as const);
    const answer = await note({ what, means: 'scan', walkIn, volunteers: [volunteer] });
    const row = answer?.items[0];
    setStranger(row?.outcome === 'not_signed_up' ? volunteer : undefined);
    if (row?.outcome === 'done') say(words.scanned(before?.person ?? ''));
  };
  const take = (text: string) => {
    const person = personIn(text);
    setWrong(!person);
    if (person) void noteOne(person, false);
  };
  return (
    <Dialog title={words.scanCards} onClose={onClose}>
      <div class="flex flex-col gap-3">
        <Viewfinder words={words} onText={take} onFail={() => setWrong(true)} onClose={onClose} />
        {isWrong && <Warning>{words.notACode}</Warning>}
        {said && <DoneNote>{said}</DoneNote>}
        {stranger && (
          <>
            <Warning>{words.notListed}</Warning>
            <Button wide onClick={() => void noteOne(stranger, true)}>
              {words.addWalkIn}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
