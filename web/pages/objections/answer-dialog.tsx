import type { Look } from '../../look.ts';
import { TextArea } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { Action } from '../../ui/use-action.ts';
import type { HoursWords } from '../../words/hours.ts';

interface AnswerGiven {
  readonly title: string;
  /** Who reads the answer, where that is worth a word. */
  readonly hint: string;
  readonly words: HoursWords;
  readonly look: Look;
  readonly action: Action<[FormData]>;
  onClose(): void;
}

/** What is answered to whoever objected. */
export const AnswerDialog = ({ title, hint, words, look, action, onClose }: AnswerGiven) => (
  <FormDialog
    title={title}
    labels={{ save: words.send, cancel: words.cancel }}
    look={look}
    action={action}
    onClose={onClose}
  >
    <TextArea label={words.answerLabel} hint={hint} name="answer" rows={3} maxLength={200} required />
  </FormDialog>
);
