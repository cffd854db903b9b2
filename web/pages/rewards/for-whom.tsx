/** For whom an item is: from which grade to which, and from which star on. */
import type { ItemOf } from '../../api/read.ts';
import { SelectField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { DistrictWords } from '../../words/district.ts';

type Item = ItemOf<'GET /api/items'>;
const grades = Array.from({ length: 12 }, (_, index) => index + 1);
const levels = [1, 2, 3, 4, 5] as const;

export function ForWhomFields({ words, item }: { readonly words: DistrictWords; readonly item?: Item }) {
  return (
    <div class="grid gap-4 sm:grid-cols-3">
      {(['from', 'to'] as const).map((end) => (
        <SelectField key={end} label={words.gradeEnds[end]} name={end} value={item?.grades?.[end] ?? ''}>
          <option value="">{words.anybody}</option>
          {grades.map((grade) => (
            <option key={grade} value={grade}>
              {words.grade(grade)}
            </option>
          ))}
        </SelectField>
      ))}
      <SelectField label={words.starMin} name="starMin" value={item?.starMin ?? ''}>
        <option value="">{words.anybody}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {words.forStars(level)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** What is left open means the lowest and the highest grade; nothing chosen means everybody. */
export function forWhomIn(form: FormData): Pick<Item, 'grades' | 'starMin'> {
  const [from, to, starMin] = ['from', 'to', 'starMin'].map((name) => Number(fieldText(form, name)));
  return {
    ...((from || to) && { grades: { from: from || 1, to: to || 12 } }),
    ...(starMin && { starMin }),
  };
}
