import { useState } from 'preact/hooks';
import type { ProblemSaid } from '../../api/problem.ts';
import { pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { Warning } from '../../ui/warning.tsx';
import type { DeskWords } from '../../words/desk.ts';
import { CallOff } from './call-off.tsx';
import { FindCode } from './find-code.tsx';
import { Check, Closed, Done, type PickUp } from './result.tsx';

interface HandOverGiven {
  readonly words: DeskWords;
  readonly look: Look;
  readonly desk: string;
  onHandedOver(): Promise<void>;
}
interface Shown {
  readonly code: string;
  readonly pickUp: PickUp;
  readonly isDone: boolean;
}

/** From a code to a thing in a child's hands: look, then give. */
export function HandOver({ words, look, desk, onHandedOver }: HandOverGiven) {
  const [shown, show] = useState<Shown>();
  const [isNext, setNext] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const find = useAction(async (code: string) => {
    const pickUp = await fetchRead<'GET /api/pick-ups/{code}'>(
      pathOf('GET /api/pick-ups/{code}', { params: { code } }),
    );
    show({ code, pickUp, isDone: false });
  });
  const finish = async (code: string, pickUp: PickUp) => {
    show({ code, pickUp, isDone: true });
    await onHandedOver();
  };
  const give = useAction(async ({ code, pickUp: { id } }: Shown) => {
    const body = { redemption: id };
    await finish(code, await send('POST /api/pick-ups/{code}/hand-over', { params: { code }, body }));
  });
  const miss = useAction(async ({ code, pickUp: { id } }: Shown) => {
    const body = { redemption: id };
    await finish(code, await send('POST /api/pick-ups/{code}/missed', { params: { code }, body }));
  });
  const problem = give.problem ?? miss.problem;
  const leave = () => {
    show(undefined);
    setNext(true);
  };
  if (!shown) {
    const found = { words, desk, isBusy: find.isBusy, isNext, isScanning, setScanning };
    return (
      <div class="flex flex-col gap-4">
        <FindCode {...found} onCode={find.run} />
        {find.problem && <NotFound words={words} look={look} problem={find.problem} />}
      </div>
    );
  }
  const told = { words, language: look.language, pickUp: shown.pickUp };
  if (shown.isDone) return <Done {...told} onNext={leave} />;
  if (shown.pickUp.state !== 'reserved') return <Closed {...told} onNext={leave} />;
  return (
    <Check
      {...told}
      isBusy={give.isBusy || miss.isBusy}
      onHandOver={() => give.run(shown)}
      onMissed={() => miss.run(shown)}
      onLeave={leave}
      further={<CallOff {...told} look={look} code={shown.code} onDone={finish} />}
    >
      {problem && <ProblemNote problem={problem} look={look} />}
    </Check>
  );
}

interface NotFoundGiven {
  readonly words: DeskWords;
  readonly look: Look;
  readonly problem: ProblemSaid;
}

/** A desk is told what the code may be, not that an address is gone. */
function NotFound({ words, look, problem }: NotFoundGiven) {
  if (problem.code === 'not_found') return <Warning>{words.codeUnknown}</Warning>;
  if (problem.code === 'sign_in_paused') return <Warning>{words.codePaused}</Warning>;
  return <ProblemNote problem={problem} look={look} />;
}
