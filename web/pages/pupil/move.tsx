/** The old school proposes that a pupil moves to another one. */
import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { peopleWords } from '../../words/people.ts';

export function Move({ where, volunteer, name }: { where: Where; volunteer: string; name: string }) {
  const words = peopleWords[where.look.language];
  const [state, setState] = useState<'asked' | 'sent'>();
  const propose = useAction(async (form: FormData) => {
    const paperOn = fieldText(form, 'paperOn');
    const said = { schoolCode: fieldText(form, 'schoolCode'), reason: fieldText(form, 'reason') };
    await send('POST /api/moves', { body: { volunteer, ...said, ...(paperOn && { paperOn }) } });
    setState('sent');
  });
  if (state === 'sent') return <DoneNote>{words.sentMove}</DoneNote>;
  return (
    <>
      <Button kind="quiet" onClick={() => setState('asked')}>
        {words.move}
      </Button>
      {state === 'asked' && (
        <FormDialog
          title={words.moveOf(name)}
          labels={{ save: words.send, cancel: words.cancel }}
          look={where.look}
          action={propose}
          onClose={() => setState(undefined)}
        >
          <p class="text-soft">{words.moveText}</p>
          <TextField label={words.schoolCode} name="schoolCode" inputMode="numeric" pattern="[0-9]{6}" required />
          <TextArea label={words.reason} name="reason" rows={2} maxLength={200} required />
          <TextField label={words.paperOn} hint={words.paperHint} name="paperOn" type="date" max={dayOf(where.now)} />
        </FormDialog>
      )}
    </>
  );
}
