import { useState } from 'preact/hooks';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
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
  const sendBack = useAction(async (reason: string) => {
    const body = { volunteers: [...volunteers], reason };
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
        <Dialog title={words.sendBackTitle(count)} onClose={() => ask(false)}>
          <form
            class="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              sendBack.run(String(new FormData(event.currentTarget).get('reason') ?? ''));
            }}
          >
            <p>{words.sendBackText}</p>
            <TextArea label={words.reason} hint={words.reasonHint} name="reason" rows={3} maxLength={200} required />
            {sendBack.problem && <ProblemNote problem={sendBack.problem} look={look} />}
            <div class="flex flex-wrap justify-end gap-2">
              <Button kind="quiet" onClick={() => ask(false)}>
                {shellWords[look.language].cancel}
              </Button>
              <Button type="submit" disabled={sendBack.isBusy}>
                {words.sendBackDo}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
