/** The fields of a wish, for whoever writes it down. */
import { ageBands } from '../../../shared/rules/wish-states.ts';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { fieldText } from '../../ui/form-dialog.tsx';
import type { WishesWords } from '../../words/wishes.ts';

type Band = (typeof ageBands)[number];
interface Said {
  readonly item: string;
  readonly yuan: number;
  readonly story: string;
  readonly ageBand: Band;
}

export const wishFrom = (form: FormData): Said => ({
  item: fieldText(form, 'item'),
  yuan: Number(fieldText(form, 'yuan')),
  story: fieldText(form, 'story'),
  ageBand: fieldText(form, 'ageBand') as Band,
});

export const WishFields = ({ words, said }: { words: WishesWords; said?: Said }) => (
  <>
    <TextField label={words.item} name="item" required maxLength={40} value={said?.item} />
    <TextField label={words.yuan} name="yuan" type="number" min={1} max={500} required value={said?.yuan} />
    <TextArea label={words.story} name="story" required maxLength={200} rows={3} value={said?.story} />
    <SelectField label={words.age} name="ageBand" value={said?.ageBand ?? 'elder'}>
      {ageBands.map((band) => (
        <option key={band} value={band}>
          {words.bands[band]}
        </option>
      ))}
    </SelectField>
  </>
);
