/** A button behind which one proposes something with a reason; another person decides. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Look } from '../../look.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ChangesWords } from '../../words/changes.ts';

interface AskGiven {
  /** On the button, and with the person's name above the form. */
  readonly label: string;
  readonly title: string;
  readonly save: string;
  readonly words: ChangesWords;
  readonly look: Look;
  /** What it means, and more to fill in. */
  readonly children?: ComponentChildren;
  send(form: FormData): Promise<void>;
}

export function AskWhy({ label, title, save, words, look, children, send }: AskGiven) {
  const [isAsking, setAsking] = useState(false);
  const ask = useAction(async (form: FormData) => {
    await send(form);
    setAsking(false);
  });
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)} aria-label={title}>
        {label}
      </Button>
      {isAsking && (
        <FormDialog
          title={title}
          labels={{ save, cancel: words.cancel }}
          look={look}
          action={ask}
          onClose={() => setAsking(false)}
        >
          {children}
          <TextArea label={words.reason} name="reason" rows={3} maxLength={200} required />
        </FormDialog>
      )}
    </>
  );
}
