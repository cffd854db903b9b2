import { SelectField } from '../../ui/field.tsx';
import type { Unit } from './tree.ts';

/** A choice among units; when there is only one, nothing is asked. */
export const UnitField = ({ label, units }: { label: string; units: readonly Unit[] }) =>
  units.length === 1 ? (
    <input type="hidden" name="unit" value={units[0]?.id} />
  ) : (
    <SelectField label={label} name="unit" required>
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
