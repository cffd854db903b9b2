import { send } from '../../api/send.ts';
import type { Look } from '../../look.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { GiftsWords } from '../../words/gifts.ts';
import { choicesFor, type GiftItem } from '../gifts/choices.ts';
import type { OpenGift } from './shown.ts';

interface Given {
  readonly words: GiftsWords;
  readonly look: Look;
  onClose(): void;
  onDone(said: string): Promise<void>;
}

interface HandOverGiven extends Given {
  readonly gift: OpenGift;
  readonly items: readonly GiftItem[];
  readonly desk: string;
}

/** A gift goes into a child's hands at once: which thing, and it is done. */
export function HandOverGift({ words, look, gift, items, desk, onClose, onDone }: HandOverGiven) {
  const choices = choicesFor(gift, items, desk);
  const who = `${gift.person} ${gift.class}`;
  const hand = useAction(async (form: FormData) => {
    const body = { volunteer: gift.volunteer, gift: gift.id, item: fieldText(form, 'item') };
    const { name, voucherEnding } = await send('POST /api/gifts/hand-over', { body });
    const card = voucherEnding ? ` · ${words.voucherEnding(voucherEnding)}` : '';
    await onDone(words.handed(name, who) + card);
  });
  if (choices.length === 0)
    return (
      <Dialog title={words.handTitle(who)} onClose={onClose}>
        <p>{words.nothing}</p>
      </Dialog>
    );
  const labels = { save: words.hand, cancel: words.cancel };
  return (
    <FormDialog title={words.handTitle(who)} labels={labels} look={look} action={hand} onClose={onClose}>
      <SelectField label={words.what} name="item" required>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}

const kinds = ['reading_card', 'film_card', 'book'] as const;
const levels = [1, 2, 3, 4, 5] as const;

export function AddGiftItem({ words, look, unit, onClose, onDone }: Given & { readonly unit: string }) {
  const add = useAction(async (form: FormData) => {
    const body = {
      unit,
      name: fieldText(form, 'name'),
      kind: fieldText(form, 'kind') as (typeof kinds)[number],
      levelMin: Number(fieldText(form, 'level')),
    };
    const { name } = await send('POST /api/gift-items', { body });
    await onDone(words.added(name));
  });
  return (
    <FormDialog title={words.addItem} labels={words} look={look} action={add} onClose={onClose}>
      <TextField label={words.name} name="name" maxLength={60} required />
      <SelectField label={words.kind} name="kind" required>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.levelMin} name="level" required>
        {levels.map((level) => (
          <option key={level} value={level}>
            {words.level(level)}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
