import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { PupilsField } from '../../ui/pupils-field.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DistrictWords } from '../../words/district.ts';
import { CodeField } from './code-field.tsx';
import type { Unit } from './tree.ts';

interface ChangeUnitGiven {
  readonly words: DistrictWords;
  readonly look: Look;
  readonly unit: Unit;
  onClose(): void;
  onChanged(unit: Unit): Promise<void>;
}

/**
 * Another name; how many pupils a school has; and a code for a community that has none, so that grown volunteers can be
 * registered there.
 */
export function ChangeUnit({ words, look, unit, onClose, onChanged }: ChangeUnitGiven) {
  const change = useAction(async (form: FormData) => {
    const name = fieldText(form, 'name');
    const code = fieldText(form, 'code');
    const body = code === '' ? { name } : { name, code };
    const changed = await send('PUT /api/units/{unit}', { params: { unit: unit.id }, body });
    // Nothing is no longer known of a school whose number was taken out: that is 0.
    const pupilsExpected = Number(fieldText(form, 'pupilsExpected'));
    if (unit.kind === 'school' && pupilsExpected !== (unit.pupilsExpected ?? 0)) {
      await send('PUT /api/schools/{school}/pupils', { params: { school: unit.id }, body: { pupilsExpected } });
    }
    await onChanged(changed);
  });
  return (
    <FormDialog title={words.editOf(unit.name)} labels={words} look={look} action={change} onClose={onClose}>
      <TextField label={words.unitName} name="name" value={unit.name} maxLength={40} required />
      {unit.kind === 'school' && (
        <PupilsField label={words.pupilsExpected} hint={words.pupilsExpectedHint} value={unit.pupilsExpected} />
      )}
      {unit.kind === 'community' && unit.code === undefined && <CodeField words={words} kind="community" />}
    </FormDialog>
  );
}
