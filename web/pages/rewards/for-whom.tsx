/** For whom an item is: from which grade to which, from which star on, and how often. */
import type { ItemOf } from '../../api/read.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { DistrictWords } from '../../words/district.ts';

type Item = ItemOf<'GET /api/items'>;
const grades = Array.from({ length: 12 }, (_, index) => index + 1);
const levels = [1, 2, 3, 4, 5] as const;
const whole = { type: 'number', inputMode: 'numeric', min: 1 } as const;
const usualDays = 30;

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
      <TextField {...whole} label={words.perPersonCount} name="count" max={20} value={item?.perPerson?.count} />
      <TextField
        {...whole}
        label={words.perPersonDays}
        hint={words.perPersonHint}
        name="days"
        max={365}
        value={item?.perPerson?.days ?? usualDays}
        required
      />
    </div>
  );
}

/** What is left open means the lowest and the highest grade; nothing chosen means everybody, as often as they like. */
export function forWhomIn(form: FormData): Pick<Item, 'grades' | 'starMin' | 'perPerson'> {
  const number = (name: string) => Number(fieldText(form, name));
  const [from, to, starMin, count] = [number('from'), number('to'), number('starMin'), number('count')];
  return {
    ...((from || to) && { grades: { from: from || 1, to: to || 12 } }),
    ...(starMin && { starMin }),
    ...(count && { perPerson: { count, days: number('days') } }),
  };
}
