/** What the leader decides: confirm all or the chosen, or send the chosen back and say why. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import type { ShiftWords } from '../../words/shift.ts';
import type { RowResult } from './left-out.tsx';
import type { Row, Shift } from './view.ts';

interface DecisionsGiven {
  readonly words: ShiftWords;
  readonly language: Language;
  readonly shift: Shift;
  readonly records: readonly Row[];
  readonly chosen: readonly string[];
  readonly isBusy: boolean;
  onAmend(rows: readonly Row[]): void;
  onDecide(work: () => Promise<{ items: RowResult[] }>, say: (count: string) => string): void;
}

export function Decisions({ words, language, shift, records, chosen, isBusy, onAmend, onDecide }: DecisionsGiven) {
  const [isReturning, setReturning] = useState(false);
  const params = { shift: shift.id };
  const waiting = records.filter(({ state }) => state === 'recorded').map(({ volunteer }) => volunteer);
  const returned = records.filter(({ state }) => state === 'sent_back');
  const picked = waiting.filter((id) => chosen.includes(id));
  const confirm = (volunteers: string[]) =>
    onDecide(
      () => send('POST /api/shifts/{shift}/confirmation', { params, body: { volunteers } }),
      words.confirmedSome,
    );
  const sendBack = (reason: string) => {
    setReturning(false);
    const body = { volunteers: [...chosen], reason };
    onDecide(() => send('POST /api/shifts/{shift}/return', { params, body }), words.sentBackSome);
  };
  const count = (ids: readonly string[]) => numberText(ids.length, language);
  return (
    <div class="flex flex-wrap gap-2 mb-2 print:hidden">
      {chosen.length === 0 && waiting.length > 0 && (
        <Button disabled={isBusy} onClick={() => confirm(waiting)}>
          {words.confirmAll(count(waiting))}
        </Button>
      )}
      {picked.length > 0 && (
        <Button disabled={isBusy} onClick={() => confirm(picked)}>
          {words.confirmChosen(count(picked))}
        </Button>
      )}
      {chosen.length > 0 && (
        <Button kind="quiet" disabled={isBusy} onClick={() => setReturning(true)}>
          {words.sendBackChosen}
        </Button>
      )}
      {chosen.length === 0 && returned.length > 1 && (
        <Button kind="quiet" disabled={isBusy} onClick={() => onAmend(returned)}>
          {words.amendAll(numberText(returned.length, language))}
        </Button>
      )}
      {waiting.length + returned.length + chosen.length === 0 && <p class="text-soft">{words.nothingOpen}</p>}
      {isReturning && <ReturnDialog words={words} onSend={sendBack} onClose={() => setReturning(false)} />}
    </div>
  );
}

interface ReturnGiven {
  readonly words: ShiftWords;
  onSend(reason: string): void;
  onClose(): void;
}

const reasonCharactersMax = 200;

const ReturnDialog = ({ words, onSend, onClose }: ReturnGiven) => (
  <Dialog title={words.sendBackTitle} onClose={onClose}>
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(String(new FormData(event.currentTarget).get('reason') ?? ''));
      }}
    >
      <TextArea label={words.reason} name="reason" rows={3} maxLength={reasonCharactersMax} required />
      <div class="flex flex-wrap gap-2">
        <Button type="submit" kind="danger">
          {words.sendBack}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  </Dialog>
);
