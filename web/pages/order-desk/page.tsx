/** A community's orders, the most pressing first. */
import { useState } from 'preact/hooks';
import { orderLanes } from '../../../shared/rules/order-states.ts';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Empty, Heading } from '../../ui/card.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { Filter, Turn } from '../../ui/filter.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { DoneNote } from '../../ui/notice.tsx';
import { Parts } from '../../ui/parts.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type OrderDeskWords, orderDeskWords } from '../../words/order-desk.ts';
import { shellWords } from '../../words/shell.ts';
import { StateBadge, windowText } from '../my-orders/progress.tsx';
import { communitiesOf, communityOf } from './communities.ts';

const readsOf = (where: Where) => ({
  orders: read('GET /api/orders', { query: { unit: communityOf(where), cursor: where.query.cursor } }),
  units: read('GET /api/units'),
});
type Shown = View<OrderDeskWords, ReturnType<typeof readsOf>>;

export const orderDeskPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: orderDeskWords,
  title: (words) => words.deskTitle,
  reads: readsOf,
  view: (view) => <Desk {...view} />,
});

function Desk({ words, where, data: { orders, units } }: Shown) {
  const [isAdding, setAdding] = useState(false);
  const [done, setDone] = useState('');
  const communities = communitiesOf(units.items, where);
  const shown = orderLanes.map((lane) => [lane, orders.items.filter((order) => order.lane === lane)] as const);
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={words.deskTitle} note={words.deskLead}>
        <LinkButton href="/orders/new">{words.placeFor}</LinkButton>
        <Button kind="quiet" onClick={() => setAdding(true)}>
          {words.newResident}
        </Button>
        <LinkButton kind="quiet" href="/orders/menu">
          {words.menu}
        </LinkButton>
      </Heading>
      {done && <DoneNote>{done}</DoneNote>}
      {communities.length > 1 && (
        <Filter label={words.chooseUnit} submit={words.chooseUnit}>
          <ChoiceField label={words.unit} name="unit" chosen={communityOf(where)} choices={communities} />
        </Filter>
      )}
      {orders.items.length === 0 && (
        <Card>
          <Empty title={words.noQueue} />
        </Card>
      )}
      {shown.map(([lane, some]) =>
        some.length === 0 ? null : (
          <Card key={lane} title={words.lanes[lane]}>
            <ul class="divide-y divide-line">
              {some.map((order) => (
                <Line key={order.id} order={order} words={words} where={where} />
              ))}
            </ul>
          </Card>
        ),
      )}
      <Turn path={where.path} query={where.query} next={orders.next} labels={shellWords[where.look.language]} />
      {isAdding && (
        <ResidentDialog
          words={words}
          where={where}
          communities={communities}
          onClose={() => setAdding(false)}
          onDone={(code) => {
            setAdding(false);
            setDone(words.residentDone(code));
          }}
        />
      )}
    </div>
  );
}

interface LineGiven extends Pick<Shown, 'words' | 'where'> {
  readonly order: ItemOf<'GET /api/orders'>;
}

const Line = ({ order, words, where: { look } }: LineGiven) => (
  <li class="py-3 flex flex-wrap items-center justify-between gap-3">
    <div class="min-w-0 flex-1">
      <p class="font-bold flex flex-wrap items-center gap-2">
        {order.title}
        {order.urgent && <Badge tone="bad">{words.urgentBadge}</Badge>}
        <StateBadge state={order.state} words={words} />
      </p>
      <Parts
        class="text-soft"
        of={[
          windowText(order, look.language),
          words.channels[order.channel],
          order.teamName,
          order.stars !== undefined && words.starsOf(order.stars),
        ]}
      />
      {order.due && (
        <p class={order.late ? 'text-danger font-bold' : 'text-soft'}>
          {order.late && `${words.late} · `}
          {words.due(momentText(order.due, look.language))}
        </p>
      )}
    </div>
    <LinkButton kind="quiet" href={`/orders/${order.id}`}>
      {words.open}
    </LinkButton>
  </li>
);

interface ResidentGiven extends Pick<Shown, 'words' | 'where'> {
  readonly communities: readonly (readonly [id: string, name: string])[];
  onDone(code: string): void;
  onClose(): void;
}

function ResidentDialog({ words, where, communities, onDone, onClose }: ResidentGiven) {
  const add = useAction(async (form: FormData) => {
    const text = (name: string) => fieldText(form, name);
    const whom = { name: text('name'), phone: text('phone'), address: text('address') };
    const body = { ...whom, unit: text('unit'), login: text('login').toLowerCase() };
    onDone((await send('POST /api/residents', { body })).code ?? '');
  });
  return (
    <FormDialog
      title={words.newResident}
      labels={{ save: words.save, cancel: words.close }}
      look={where.look}
      action={add}
      onClose={onClose}
    >
      <ChoiceField label={words.unit} name="unit" chosen={communityOf(where)} choices={communities} />
      <TextField label={words.person} name="name" required maxLength={40} autocomplete="off" />
      <TextField label={words.phone} name="phone" type="tel" required maxLength={20} autocomplete="off" />
      <TextField label={words.address} name="address" required maxLength={120} autocomplete="off" />
      <TextField label={words.login} name="login" required maxLength={60} autocapitalize="none" autocomplete="off" />
    </FormDialog>
  );
}
