/** One thing and one desk for a star gift: nothing is paid, and a code is given. */
import { useState } from 'preact/hooks';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { GiftsWords } from '../../words/gifts.ts';
import { choicesFor, type GiftItem } from './choices.ts';
import type { Gift } from './shown.ts';

interface ChooseGiven {
  readonly words: GiftsWords;
  readonly look: Look;
  readonly gift: Gift;
  readonly items: readonly GiftItem[];
  readonly desks: readonly ItemOf<'GET /api/desks'>[];
  onClose(): void;
}

export function Choose({ words, look, gift, items, desks, onClose }: ChooseGiven) {
  const choices = choicesFor(gift, items);
  const [item, setItem] = useState(choices[0]?.id ?? '');
  const [chosenDesk, setDesk] = useState('');
  const there = choices.find(({ id }) => id === item)?.stock.filter(({ quantity }) => quantity > 0) ?? [];
  const desk = there.some((line) => line.desk === chosenDesk) ? chosenDesk : (there[0]?.desk ?? '');
  const claim = useAction(async () => {
    const params = { gift: gift.id };
    const { id } = await send('POST /api/me/gifts/{gift}/claim', { params, body: { item, desk } });
    location.assign(`/me/redemptions/${id}`);
  });
  const title = words.chooseFor(words.starOf[gift.scheme](gift.level));
  if (choices.length === 0)
    return (
      <Dialog title={title} onClose={onClose}>
        <p>{words.nothing}</p>
      </Dialog>
    );
  const labels = { save: words.confirm, cancel: words.cancel };
  return (
    <FormDialog title={title} labels={labels} look={look} action={claim} onClose={onClose}>
      <SelectField label={words.what} value={item} onChange={(event) => setItem(event.currentTarget.value)}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.where} value={desk} onChange={(event) => setDesk(event.currentTarget.value)}>
        {there.map((line) => (
          <option key={line.desk} value={line.desk}>
            {words.left(desks.find(({ id }) => id === line.desk)?.name ?? '', numberText(line.quantity, look.language))}
          </option>
        ))}
      </SelectField>
    </FormDialog>
  );
}
