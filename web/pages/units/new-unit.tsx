import { useState } from 'preact/hooks';
import type { BodyOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { PupilsField } from '../../ui/pupils-field.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { DistrictWords } from '../../words/district.ts';
import { CodeField } from './code-field.tsx';
import type { Unit } from './tree.ts';

interface NewUnitGiven {
  readonly words: DistrictWords;
  readonly look: Look;
  readonly units: readonly Unit[];
  onClose(): void;
  onAdded(unit: Unit): Promise<void>;
}

const kinds = ['school', 'street', 'community'] as const;
/** Streets lie in the district; schools and communities in the district or in a street. */
const parentsOf = { school: ['district', 'street'], community: ['district', 'street'], street: ['district'] };

export function NewUnit({ words, look, units, onClose, onAdded }: NewUnitGiven) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('school');
  const add = useAction(async (form: FormData) => {
    const place = { name: fieldText(form, 'name'), parent: fieldText(form, 'parent') };
    const pupils = fieldText(form, 'pupilsExpected');
    const body = unitSaid(kind, place, fieldText(form, 'code'), pupils === '' ? undefined : Number(pupils));
    await onAdded(await send('POST /api/units', { body }));
  });
  return (
    <FormDialog title={words.newUnit} labels={words} look={look} action={add} onClose={onClose}>
      <Tabs label={words.kind} names={kinds} labels={words.unitKinds} chosen={kind} onChoose={setKind} />
      <TextField label={words.unitName} name="name" maxLength={40} required />
      <SelectField label={words.parent} name="parent" required>
        {units
          .filter((unit) => parentsOf[kind].includes(unit.kind))
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </SelectField>
      {kind !== 'street' && <CodeField words={words} kind={kind} />}
      {kind === 'school' && <PupilsField label={words.pupilsExpected} hint={words.pupilsExpectedHint} />}
    </FormDialog>
  );
}

interface Named {
  readonly name: string;
  readonly parent: string;
}

/** A community has a code only where volunteers are registered. */
function unitSaid(
  kind: (typeof kinds)[number],
  place: Named,
  code: string,
  pupilsExpected: number | undefined,
): BodyOf<'POST /api/units'> {
  if (kind === 'school') return { kind, ...place, code, pupilsExpected };
  return kind === 'community' && code !== '' ? { kind, ...place, code } : { kind, ...place };
}
