/** Choosing a role, and leaving again. */
import type { AnswerOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { SelectField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { ActivityWords } from '../../words/activities.ts';

type Shift = AnswerOf<'GET /api/open-shifts/{shift}'>;

interface RolesGiven {
  readonly words: ActivityWords;
  readonly shift: Shift;
  readonly role: number;
  onRole(role: number): void;
}
export const Roles = ({ words, shift: { roles }, role, onRole }: RolesGiven) => (
  <fieldset class="flex flex-col gap-1">
    <legend class="font-bold mb-1">{words.chooseRole}</legend>
    {roles.map(({ name, free, places }, at) => (
      <label key={name} class="flex items-center gap-3 min-h-12">
        <input type="radio" name="role" class="size-6 accent-fill" checked={at === role} onChange={() => onRole(at)} />
        <span class="flex-1">{name}</span>
        <span class="text-soft">{free > 0 ? words.free(String(free), String(places)) : words.full}</span>
      </label>
    ))}
  </fieldset>
);

interface WithdrawGiven {
  readonly words: ActivityWords;
  readonly look: Look;
  readonly shift: Shift;
  /** Whether it is too late to go without saying why. */
  readonly isLate: boolean;
  onClose(): void;
  onDone(): Promise<void>;
}
/** Nobody is asked why before it is late, and nothing is chosen for anybody: a reason may tell of one's health. */
export function Withdraw({ words, look, shift, isLate, onClose, onDone }: WithdrawGiven) {
  const action = useAction(async (form: FormData) => {
    const reason = (fieldText(form, 'reason') || undefined) as keyof ActivityWords['reasons'] | undefined;
    await send('POST /api/open-shifts/{shift}/withdrawal', { params: { shift: shift.id }, body: { reason } });
    await onDone();
  });
  const labels = { save: words.withdraw, cancel: words.cancel };
  const isAsked = isLate || action.problem?.code === 'cancel_reason_missing';
  return (
    <FormDialog title={words.withdrawTitle} labels={labels} look={look} action={action} onClose={onClose}>
      {isAsked && (
        <SelectField label={words.whyLeave} name="reason" required>
          <option value="">{words.choose}</option>
          {Object.entries(words.reasons).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </SelectField>
      )}
    </FormDialog>
  );
}
