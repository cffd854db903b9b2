import type { ComponentChildren } from 'preact';
import type { Look } from '../look.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemNote } from './notice.tsx';
import type { Action } from './use-action.ts';

interface FormDialogGiven {
  readonly title: string;
  readonly labels: { readonly save: string; readonly cancel: string };
  readonly look: Look;
  readonly action: Action<[FormData]>;
  onClose(): void;
  readonly children: ComponentChildren;
}

/** A few fields over the page, sent together; what was refused stands above the buttons. */
export const FormDialog = ({ title, labels, look, action, onClose, children }: FormDialogGiven) => (
  <Dialog title={title} onClose={onClose}>
    <form
      class="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        action.run(new FormData(event.currentTarget));
      }}
    >
      {children}
      {action.problem && <ProblemNote problem={action.problem} look={look} />}
      <div class="flex flex-wrap gap-2">
        <Button type="submit" class="flex-1" disabled={action.isBusy}>
          {labels.save}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {labels.cancel}
        </Button>
      </div>
    </form>
  </Dialog>
);

/** What a field of a form says, trimmed. */
export const fieldText = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
