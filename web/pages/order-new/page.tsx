/** The order form: for a resident, or for staff on somebody's behalf. There is nothing to pay, and no field for it. */
import { useEffect, useState } from 'preact/hooks';
import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Heading } from '../../ui/card.tsx';
import { DoneNote, ProblemNote } from '../../ui/notice.tsx';
import type { QrCode } from '../../ui/qr-code.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type OrdersWords, ordersWords } from '../../words/orders.ts';
import { unitsWithin } from '../approvals/units.ts';
import { ForWhom } from './for-whom.tsx';
import { readForm } from './form.ts';
import { Need } from './need.tsx';

const isResident = ({ session }: Where) => session?.post.role === 'resident';
const readsOf = (where: Where) => ({
  menu: read('GET /api/service-menu'),
  contact: isResident(where) ? read('GET /api/me/contact') : undefined,
  units: isResident(where) ? undefined : read('GET /api/units'),
});

export const orderNewPage = definePage({
  allow: ['resident', 'unit_admin', 'approver', 'district_admin'],
  frame: 'app',
  words: ordersWords,
  title: (words) => words.newTitle,
  reads: readsOf,
  view: (view) => <NewOrder {...view} />,
});

type Placed = AnswerOf<'POST /api/orders'>;

function NewOrder({ words, where, data: { menu, contact, units } }: View<OrdersWords, ReturnType<typeof readsOf>>) {
  const [placed, setPlaced] = useState<Placed>();
  const place = useAction(async (form: FormData) => {
    setPlaced(await send('POST /api/orders', { body: readForm(form) }));
    scrollTo(0, 0);
  });
  if (placed) return <Done placed={placed} words={words} where={where} again={() => setPlaced(undefined)} />;
  const communities = unitsWithin(units?.items ?? [], where.session?.post.unit ?? '').filter(
    ({ kind }) => kind === 'community' || kind === 'street',
  );
  return (
    <form
      class="max-w-2xl mx-auto flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        place.run(new FormData(event.currentTarget));
      }}
    >
      <Heading title={words.newTitle} note={words.newLead} />
      <Need words={words} where={where} menu={menu.items} />
      <ForWhom words={words} contact={contact} communities={communities} />
      {place.problem && <ProblemNote problem={place.problem} look={where.look} />}
      <Button type="submit" wide disabled={place.isBusy}>
        {words.submit}
      </Button>
    </form>
  );
}

interface DoneGiven {
  readonly placed: Placed;
  readonly words: OrdersWords;
  readonly where: Where;
  again(): void;
}

function Done({ placed: { link, code, due = '', title }, words, where, again }: DoneGiven) {
  const address = `${where.origin}/track/${link}`;
  const [Code, setCode] = useState<typeof QrCode>();
  useEffect(() => void import('../../ui/qr-code.tsx').then((part) => setCode(() => part.QrCode)), []);
  return (
    <div class="max-w-md mx-auto flex flex-col gap-4">
      <Heading title={title} />
      <DoneNote>{`${words.placed}。${words.placedNext(momentText(due, where.look.language))}`}</DoneNote>
      <Card title={words.codeTitle}>
        <p class="text-5xl font-bold tabular-nums tracking-widest text-center">{code}</p>
        <p class="my-3 text-soft">{words.codeNote}</p>
        {Code && <Code label={words.trackLink} text={address} class="w-48 mx-auto" />}
        <p class="mt-3 text-sm break-all">
          <a class="link" href={address}>
            {address}
          </a>
        </p>
      </Card>
      <LinkButton wide href={isResident(where) ? '/me/orders' : '/orders'}>
        {isResident(where) ? words.toMine : words.back}
      </LinkButton>
      <Button kind="quiet" wide onClick={again}>
        {words.another}
      </Button>
    </div>
  );
}
