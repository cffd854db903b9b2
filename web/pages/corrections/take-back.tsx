/** What was approved may be proposed to be taken back: a merge that turns out to have been two people, a finding. */
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { ChangesWords } from '../../words/changes.ts';
import { AskWhy } from './ask-why.tsx';

interface UndoGiven {
  readonly change: ItemOf<'GET /api/changes'>;
  readonly words: ChangesWords;
  readonly look: Look;
  refresh(): Promise<void>;
}

export function TakeBack({ change: { id, name, merge, finding }, words, look, refresh }: UndoGiven) {
  const params = { change: id };
  const shared = { words, look, save: words.undoSend };
  return (
    <div class="mt-3 flex flex-wrap gap-2 empty:hidden">
      {merge?.mayUndo && (
        <AskWhy
          {...shared}
          label={words.undo}
          title={words.undoOf(name)}
          send={async (form) => {
            await send('POST /api/merges/{change}/undo', { params, body: { reason: fieldText(form, 'reason') } });
            await refresh();
          }}
        >
          <p class="text-soft">{words.undoText}</p>
        </AskWhy>
      )}
      {finding?.mayLift && (
        <AskWhy
          {...shared}
          label={words.lift}
          title={words.liftOf(name)}
          send={async (form) => {
            await send('POST /api/findings/{change}/lifting', { params, body: { reason: fieldText(form, 'reason') } });
            await refresh();
          }}
        >
          <p class="text-soft">{words.liftText}</p>
        </AskWhy>
      )}
    </div>
  );
}
