/** The few words that a step at the desk needs. */
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { clockText, dayOf } from '../../format.ts';
import type { Look } from '../../look.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { OrderDeskWords } from '../../words/order-desk.ts';
import { instantOf } from '../order-new/form.ts';

type Order = AnswerOf<'GET /api/orders/{order}'>;
export type Asking = 'pass' | 'turnDown' | 'dispatch' | 'extend' | 'callBack' | 'cancel';

interface DialogGiven {
  readonly asking: Asking;
  readonly order: Order;
  /** Whom to offer it to; the best teams when nobody was chosen. */
  readonly team: string | undefined;
  readonly words: OrderDeskWords;
  readonly look: Look;
  onDone(): Promise<void>;
  onClose(): void;
}

const titleOf = (words: OrderDeskWords): Readonly<Record<Asking, string>> => ({
  pass: words.pass,
  turnDown: words.turnDown,
  dispatch: words.redispatch,
  extend: words.extend,
  callBack: words.callBack,
  cancel: words.cancelOrder,
});

export function DeskDialog({ asking, order, team, words, look, onDone, onClose }: DialogGiven) {
  const act = useAction(async (form: FormData) => {
    await take(asking, { order: order.id, team }, form);
    await onDone();
  });
  return (
    <FormDialog
      title={titleOf(words)[asking]}
      labels={{ save: words.save, cancel: words.close }}
      look={look}
      action={act}
      onClose={onClose}
    >
      <Fields asking={asking} order={order} words={words} look={look} />
    </FormDialog>
  );
}

interface Taken {
  readonly order: string;
  readonly team: string | undefined;
}

async function take(asking: Asking, { order, team }: Taken, form: FormData): Promise<void> {
  const params = { order };
  const text = (name: string) => fieldText(form, name);
  const reason = text('reason');
  switch (asking) {
    case 'pass': {
      const said = { need: text('need') || null, risk: text('risk') };
      const body = { decision: 'pass' as const, ...said, riskLevel: Number(text('riskLevel')) };
      return void (await send('POST /api/orders/{order}/triage', { params, body }));
    }
    case 'turnDown':
      return void (await send('POST /api/orders/{order}/triage', { params, body: { decision: 'turn_down', reason } }));
    case 'dispatch': {
      const body = { teams: team === undefined ? undefined : [team], reason: reason || undefined };
      return void (await send('POST /api/orders/{order}/dispatch', { params, body }));
    }
    case 'extend': {
      const [from, to] = [instantOf(text('day'), text('from')), instantOf(text('day'), text('to'))];
      return void (await send('POST /api/orders/{order}/extension', { params, body: { from, to, reason } }));
    }
    case 'callBack':
      return void (await send('POST /api/orders/{order}/call-back', { params, body: { note: text('note') } }));
    case 'cancel':
      return void (await send('POST /api/orders/{order}/cancellation', { params, body: { reason } }));
  }
}

function Fields({ asking, order, words, look }: Pick<DialogGiven, 'asking' | 'order' | 'words' | 'look'>) {
  const reason = <TextField label={words.reason} name="reason" required maxLength={100} />;
  switch (asking) {
    case 'pass':
      return (
        <>
          <p class="text-soft">{words.textsNote}</p>
          <TextField label={words.needForTeams} name="need" maxLength={100} value={order.need ?? ''} />
          <TextField label={words.riskForTeams} name="risk" required maxLength={100} value={order.risk} />
          <TextField label={words.riskLevel} name="riskLevel" type="number" min={0} max={3} value={order.riskLevel} />
        </>
      );
    case 'dispatch': {
      const isTaken = order.state === 'accepted';
      const hint = isTaken ? words.takenNote : undefined;
      return <TextField label={words.reason} hint={hint} name="reason" required={isTaken} maxLength={100} />;
    }
    case 'extend':
      return (
        <>
          <TextField label={words.day} name="day" type="date" required value={dayOf(Date.parse(order.from))} />
          <TextField label={words.from} name="from" type="time" required value={clockText(order.from, look.language)} />
          <TextField label={words.to} name="to" type="time" required value={clockText(order.to, look.language)} />
          {reason}
        </>
      );
    case 'callBack':
      return <TextArea label={words.callBackNote} name="note" required maxLength={200} rows={3} />;
    default:
      return reason;
  }
}
