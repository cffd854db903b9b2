/** A resident's home: what was asked for and where it stands. */
import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { TextField } from '../../ui/field.tsx';
import { Turn } from '../../ui/filter.tsx';
import { FormDialog, fieldText } from '../../ui/form-dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { useAction } from '../../ui/use-action.ts';
import { type OrdersWords, ordersWords } from '../../words/orders.ts';
import { shellWords } from '../../words/shell.ts';
import { Progress, StateBadge, windowText } from './progress.tsx';
import { RateDialog } from './rate-dialog.tsx';

const readsOf = ({ query: { cursor } }: Where) => ({ orders: read('GET /api/me/orders', { query: { cursor } }) });

export const myOrdersPage = definePage({
  allow: ['resident'],
  frame: 'app',
  words: ordersWords,
  title: (words) => words.mineTitle,
  reads: readsOf,
  view: (view) => <MyOrders {...view} />,
});

function MyOrders({ words, where, data: { orders }, refresh }: View<OrdersWords, ReturnType<typeof readsOf>>) {
  return (
    <div class="max-w-2xl mx-auto flex flex-col gap-4">
      <Heading title={words.mineTitle} note={words.newLead}>
        <LinkButton href="/orders/new">
          <Icon of={icons.plus} class="size-5" />
          {words.newTitle}
        </LinkButton>
      </Heading>
      {orders.items.length === 0 && (
        <Card>
          <Empty title={words.noOrders}>
            <p>{words.noOrdersNext}</p>
          </Empty>
        </Card>
      )}
      {orders.items.map((order) => (
        <OrderCard key={order.id} order={order} words={words} where={where} refresh={refresh} />
      ))}
      <Turn path={where.path} query={where.query} next={orders.next} labels={shellWords[where.look.language]} />
    </div>
  );
}

interface OrderGiven {
  readonly order: ItemOf<'GET /api/me/orders'>;
  readonly words: OrdersWords;
  readonly where: Where;
  refresh(): Promise<void>;
}

function OrderCard({ order, words, where: { look }, refresh }: OrderGiven) {
  const [asking, setAsking] = useState<'rate' | 'cancel'>();
  const params = { order: order.id };
  const close = async () => {
    setAsking(undefined);
    await refresh();
  };
  const cancel = useAction(async (form: FormData) => {
    const body = { reason: fieldText(form, 'reason') };
    await send('POST /api/orders/{order}/cancellation', { params, body });
    await close();
  });
  return (
    <Card title={order.title} aside={<StateBadge state={order.state} words={words} />}>
      <p class="mb-3">{windowText(order, look.language)}</p>
      <Progress order={order} words={words} language={look.language} />
      <p class="mt-3 text-soft">
        {words.codeTitle} <span class="font-bold text-ink tabular-nums">{order.code}</span>
      </p>
      <div class="mt-3 flex flex-wrap gap-2 empty:hidden">
        {order.mayRate && <Button onClick={() => setAsking('rate')}>{words.rate}</Button>}
        {order.mayCancel && (
          <Button kind="quiet" onClick={() => setAsking('cancel')}>
            {words.cancelOrder}
          </Button>
        )}
      </div>
      {asking === 'rate' && (
        <RateDialog
          words={words}
          look={look}
          onClose={() => setAsking(undefined)}
          send={async (body) => {
            await send('POST /api/orders/{order}/rating', { params, body });
            await close();
          }}
        />
      )}
      {asking === 'cancel' && (
        <FormDialog
          title={words.cancelOrder}
          labels={{ save: words.save, cancel: words.close }}
          look={look}
          action={cancel}
          onClose={() => setAsking(undefined)}
        >
          <TextField label={words.cancelReason} name="reason" required maxLength={100} />
        </FormDialog>
      )}
    </Card>
  );
}
