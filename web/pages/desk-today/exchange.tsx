/** Gives another piece for one that was no good, after asking what was wrong with it. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DeskWords } from '../../words/desk.ts';

type PickUp = ItemOf<'GET /api/pick-ups/closed'>;
interface Given {
  readonly words: DeskWords;
  readonly look: Look;
  readonly pickUp: PickUp;
  onDone(): Promise<void>;
}

const exchangeMs = 7 * 86_400_000;
const reasonCharactersMax = 100;
/** What the desk may offer; the server decides. */
export const mayExchange = ({ state, exchanged, slot, card, closedAt = '' }: PickUp, now: number) =>
  state === 'handed_over' && !exchanged && !slot && !card && now < Date.parse(closedAt) + exchangeMs;

export function Exchange({ words, look, pickUp, onDone }: Given) {
  const [isAsking, ask] = useState(false);
  const { id, name, person, closedAt = '' } = pickUp;
  const title = words.exchangeOf(name, person);
  const exchange = useAction(async (form: FormData) => {
    const body = { closedAt, reason: fieldText(form, 'reason') };
    await send('POST /api/pick-ups/closed/{redemption}/exchange', { params: { redemption: id }, body });
    await onDone();
    ask(false);
  });
  const labels = { save: words.exchange, cancel: words.cancel };
  return (
    <>
      <Button kind="quiet" aria-haspopup="dialog" aria-label={title} onClick={() => ask(true)}>
        {words.exchange}
      </Button>
      {isAsking && (
        <FormDialog title={title} labels={labels} look={look} action={exchange} onClose={() => ask(false)}>
          <p>{words.exchangeText}</p>
          <TextField label={words.exchangeReason} name="reason" maxLength={reasonCharactersMax} required />
        </FormDialog>
      )}
    </>
  );
}
