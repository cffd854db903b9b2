/** A leader records who carried a wish there, and when. */
import { useEffect, useState } from 'preact/hooks';
import { type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead, send } from '../../api/send.ts';
import { dayOf } from '../../format.ts';
import type { Where } from '../../page.ts';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { TickBox } from '../../ui/tick-box.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WishesWords } from '../../words/wishes.ts';
import { instantOf } from '../order-new/form.ts';

interface DeliveryGiven {
  readonly wish: string;
  readonly words: WishesWords;
  readonly where: Where;
  onDone(): Promise<void>;
  onClose(): void;
}

export function DeliveryDialog({ wish, words, where, onDone, onClose }: DeliveryGiven) {
  const [members, setMembers] = useState<readonly ItemOf<'GET /api/teams/{team}/members'>[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const load = useAction(async () => {
    const path = pathOf('GET /api/teams/{team}/members', { params: { team: where.session?.post.scope ?? '' } });
    setMembers((await fetchRead<'GET /api/teams/{team}/members'>(path)).items);
  });
  useEffect(() => load.run(), []);
  const save = useAction(async (form: FormData) => {
    const at = (name: string) => instantOf(fieldText(form, 'day'), fieldText(form, name));
    const makeUpReason = fieldText(form, 'makeUpReason') || undefined;
    const body = { volunteers: [...chosen], from: at('from'), to: at('to'), makeUpReason };
    await send('POST /api/wishes/{wish}/delivery', { params: { wish }, body });
    await onDone();
  });
  return (
    <FormDialog
      title={words.delivery}
      labels={{ save: words.save, cancel: words.close }}
      look={where.look}
      action={save}
      onClose={onClose}
    >
      <TextField label={words.deliveryDay} name="day" type="date" required value={dayOf(where.now)} />
      <TextField label={words.deliveryFrom} name="from" type="time" required value="15:00" />
      <TextField label={words.deliveryTo} name="to" type="time" required value="16:00" />
      <TextField label={words.makeUpReason} hint={words.makeUpHint} name="makeUpReason" maxLength={200} />
      <fieldset>
        <legend class="font-bold">{words.who}</legend>
        {members.map(({ volunteer, name }) => (
          <TickBox
            key={volunteer}
            checked={chosen.includes(volunteer)}
            onChange={(on) => setChosen(on ? [...chosen, volunteer] : chosen.filter((one) => one !== volunteer))}
          >
            {name}
          </TickBox>
        ))}
      </fieldset>
    </FormDialog>
  );
}
