import type { ObjectionReason } from '../../shared/rules/objections.ts';
import type { Look } from '../look.ts';
import { hoursWords } from '../words/hours.ts';
import { SelectField, TextArea } from './field.tsx';
import { FormDialog, fieldText } from './form-dialog.tsx';
import { useAction } from './use-action.ts';

export interface SaidObjection {
  readonly reason: ObjectionReason;
  readonly text?: string;
}
interface DialogGiven {
  readonly title: string;
  readonly look: Look;
  /** What happens to the record meanwhile. */
  readonly lead: string;
  onSend(said: SaidObjection): Promise<void>;
  onClose(): void;
}

const reasons: readonly ObjectionReason[] = ['not_there', 'wrong_time', 'wrong_person', 'other'];
const textCharactersMax = 200;

/** Why a public record is wrong: a reason to choose and a few words. */
export function ObjectionDialog({ title, look, lead, onSend, onClose }: DialogGiven) {
  const words = hoursWords[look.language];
  const action = useAction(async (form: FormData) => {
    const text = fieldText(form, 'text');
    await onSend({ reason: fieldText(form, 'reason') as ObjectionReason, ...(text && { text }) });
  });
  return (
    <FormDialog
      title={title}
      labels={{ save: words.send, cancel: words.cancel }}
      look={look}
      action={action}
      onClose={onClose}
    >
      <p>{lead}</p>
      <SelectField label={words.reason} name="reason" required>
        {reasons.map((reason) => (
          <option key={reason} value={reason}>
            {words.reasons[reason]}
          </option>
        ))}
      </SelectField>
      <TextArea label={words.text} name="text" rows={3} maxLength={textCharactersMax} />
    </FormDialog>
  );
}
