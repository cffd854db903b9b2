import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ApprovalsWords } from '../../words/approvals.ts';
import { shellWords } from '../../words/shell.ts';

interface SendBackGiven {
  readonly shift: string;
  readonly volunteers: readonly string[];
  readonly words: ApprovalsWords;
  readonly look: Look;
  /** @param count how many records went back */
  onDone(count: number): Promise<void>;
}

/** Nothing goes back without a reason that helps the leader. */
export function SendBack({ shift, volunteers, words, look, onDone }: SendBackGiven) {
  const [isAsked, ask] = useState(false);
  const count = numberText(volunteers.length, look.language);
  const sendBack = useAction(async (form: FormData) => {
    const body = { volunteers: [...volunteers], reason: fieldText(form, 'reason') };
    const { items } = await send('POST /api/shifts/{shift}/return', { params: { shift }, body });
    ask(false);
    await onDone(items.filter(({ outcome }) => outcome === 'done').length);
  });
  return (
    <>
      <Button kind="quiet" disabled={volunteers.length === 0} onClick={() => ask(true)}>
        {words.sendBack}
      </Button>
      {isAsked && (
        <FormDialog
          title={words.sendBackTitle(count)}
          labels={{ save: words.sendBackDo, cancel: shellWords[look.language].cancel }}
          look={look}
          action={sendBack}
          onClose={() => ask(false)}
        >
          <p>{words.sendBackText}</p>
          <TextArea label={words.reason} hint={words.reasonHint} name="reason" rows={3} maxLength={200} required />
        </FormDialog>
      )}
    </>
  );
}
