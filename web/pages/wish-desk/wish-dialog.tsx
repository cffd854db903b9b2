/** What a step of a wish asks the desk for. */
import { thanksPhrases } from '../../../shared/rules/wish-states.ts';
import type { ItemOf } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import type { Where } from '../../page.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { WishesWords } from '../../words/wishes.ts';
import { communityOf } from '../order-desk/communities.ts';
import { Thanks } from '../wishes/thanks.tsx';
import { WishFields, wishFrom } from '../wishes/wish-fields.tsx';
import { HandOver, handOverIn } from './hand-over.tsx';

export type Asking = 'collect' | 'moderate' | 'turnDown' | 'takeOff' | 'company' | 'handOver' | 'thank';
type Wish = ItemOf<'GET /api/wish-desk'>;

interface WishGiven {
  readonly asking: Asking;
  readonly wish?: Wish;
  readonly words: WishesWords;
  readonly where: Where;
  readonly communities: readonly (readonly [id: string, name: string])[];
  onDone(): Promise<void>;
  onClose(): void;
}

export function WishDialog({ asking, wish, words, where, communities, onDone, onClose }: WishGiven) {
  const titles: Readonly<Record<Asking, string>> = {
    collect: words.collect,
    moderate: words.list,
    turnDown: words.turnDown,
    takeOff: words.takeOff,
    company: words.company,
    handOver: words.handOver,
    thank: words.thankFor,
  };
  const act = useAction(async (form: FormData) => {
    await take(asking, wish?.id ?? '', form);
    await onDone();
  });
  return (
    <FormDialog
      title={titles[asking]}
      labels={{ save: words.save, cancel: words.close }}
      look={where.look}
      action={act}
      onClose={onClose}
    >
      {asking === 'collect' && (
        <>
          <ChoiceField label={words.unit} name="unit" chosen={communityOf(where)} choices={communities} />
          <TextField label={words.person} name="name" required maxLength={40} autocomplete="off" />
          <TextField label={words.phone} name="phone" type="tel" required maxLength={20} autocomplete="off" />
          <TextField label={words.address} name="address" required maxLength={120} autocomplete="off" />
          <WishFields words={words} />
        </>
      )}
      {asking === 'moderate' && (
        <>
          <TextField label={words.pseudonym} name="pseudonym" required maxLength={20} />
          <WishFields words={words} said={wish} />
          <label class="flex items-center gap-3 min-h-12">
            <input type="checkbox" required class="size-6 shrink-0 m-3 accent-fill" />
            {words.checked}
          </label>
        </>
      )}
      {(asking === 'turnDown' || asking === 'takeOff') && (
        <TextField label={words.reason} name="reason" required maxLength={100} />
      )}
      {asking === 'company' && <TextField label={words.companyName} name="company" required maxLength={40} />}
      {asking === 'handOver' && <HandOver words={words} />}
      {asking === 'thank' && <Thanks words={words} />}
    </FormDialog>
  );
}

async function take(asking: Asking, wish: string, form: FormData): Promise<void> {
  const params = { wish };
  const text = (name: string) => fieldText(form, name);
  switch (asking) {
    case 'collect': {
      const contact = { name: text('name'), phone: text('phone'), address: text('address') };
      return void (await send('POST /api/wishes', { body: { ...wishFrom(form), contact, unit: text('unit') } }));
    }
    case 'moderate': {
      const said = { ...wishFrom(form), pseudonym: text('pseudonym'), checked: true as const };
      const body = { decision: 'list' as const, ...said };
      return void (await send('POST /api/wishes/{wish}/moderation', { params, body }));
    }
    case 'turnDown': {
      const body = { decision: 'turn_down' as const, reason: text('reason') };
      return void (await send('POST /api/wishes/{wish}/moderation', { params, body }));
    }
    case 'takeOff': {
      const body = { decision: 'withdraw' as const, reason: text('reason') };
      return void (await send('POST /api/wishes/{wish}/review', { params, body }));
    }
    case 'company':
      return void (await send('POST /api/wishes/{wish}/claim', { params, body: { company: text('company') } }));
    case 'handOver':
      return void (await send('POST /api/wishes/{wish}/hand-over', { params, body: handOverIn(form) }));
    case 'thank': {
      const phrases = thanksPhrases.filter((phrase) => form.has(phrase));
      return void (await send('POST /api/wishes/{wish}/thanks', { params, body: { phrases } }));
    }
  }
}
