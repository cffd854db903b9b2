/** A merge that was made may be proposed to be taken back, whenever it turns out to have been two people. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ChangesWords } from '../../words/changes.ts';

interface UndoGiven {
  readonly change: ItemOf<'GET /api/changes'>;
  readonly words: ChangesWords;
  readonly look: Look;
  refresh(): Promise<void>;
}

export function UndoMerge({ change: { id, name }, words, look, refresh }: UndoGiven) {
  const [isAsking, setAsking] = useState(false);
  const undo = useAction(async (form: FormData) => {
    const body = { reason: fieldText(form, 'reason') };
    await send('POST /api/merges/{change}/undo', { params: { change: id }, body });
    setAsking(false);
    await refresh();
  });
  return (
    <div class="mt-3">
      <Button kind="quiet" onClick={() => setAsking(true)} aria-label={words.undoOf(name)}>
        {words.undo}
      </Button>
      {isAsking && (
        <FormDialog
          title={words.undoOf(name)}
          labels={{ save: words.undoSend, cancel: words.cancel }}
          look={look}
          action={undo}
          onClose={() => setAsking(false)}
        >
          <p class="text-soft">{words.undoText}</p>
          <TextArea label={words.reason} name="reason" rows={3} maxLength={200} required />
        </FormDialog>
      )}
    </div>
  );
}
