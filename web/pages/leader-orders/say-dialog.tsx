import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { OrderTeamWords } from '../../words/order-team.ts';

interface SayGiven {
  readonly asking: 'finish' | 'handBack';
  readonly words: OrderTeamWords;
  readonly look: Look;
  readonly order: string;
  onDone(): Promise<void>;
  onClose(): void;
}

/** What was done, or why it is given back. */
export function SayDialog({ asking, words, look, order, onDone, onClose }: SayGiven) {
  const params = { order };
  const act = useAction(async (form: FormData) => {
    const said = fieldText(form, 'said');
    if (asking === 'finish') await send('POST /api/orders/{order}/finish', { params, body: { did: said } });
    else await send('POST /api/orders/{order}/hand-back', { params, body: { reason: said } });
    await onDone();
  });
  return (
    <FormDialog
      title={asking === 'finish' ? words.finish : words.handBack}
      labels={{ save: words.save, cancel: words.close }}
      look={look}
      action={act}
      onClose={onClose}
    >
      <TextField
        label={asking === 'finish' ? words.did : words.reason}
        hint={asking === 'finish' ? words.finishNote : undefined}
        name="said"
        required
        maxLength={100}
      />
    </FormDialog>
  );
}
