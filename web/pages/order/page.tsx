/** One order at the community's desk: what is needed, where it stands, whom to ask, and what to do next. */
import { useState } from 'preact/hooks';
import { mayMove } from '../../../shared/rules/order-states.ts';
import { type AnswerOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { momentText } from '../../format.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Badge, Card, Heading } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { type OrderDeskWords, orderDeskWords } from '../../words/order-desk.ts';
import { Progress, StateBadge, windowText } from '../my-orders/progress.tsx';
import { RateDialog } from '../my-orders/rate-dialog.tsx';
import { Candidates } from './candidates.tsx';
import { type Asking, DeskDialog } from './desk-dialog.tsx';

const readsOf = ({ params: { order = '' } }: Where) => ({
  order: read('GET /api/orders/{order}', { params: { order } }),
  candidates: read('GET /api/orders/{order}/candidates', { params: { order } }),
});
type Shown = View<OrderDeskWords, ReturnType<typeof readsOf>>;

export const orderPage = definePage({
  allow: ['unit_admin', 'district_admin'],
  frame: 'app',
  words: orderDeskWords,
  title: (words, data) => data?.order.title ?? words.deskTitle,
  reads: readsOf,
  view: (view) => <Order {...view} />,
});

type Opened = AnswerOf<'GET /api/orders/{order}'>;

function Order({ words, where, data: { order, candidates }, refresh }: Shown) {
  const [asking, setAsking] = useState<Asking | 'rate'>();
  const [team, setTeam] = useState<string>();
  const { look } = where;
  const params = { order: order.id };
  const close = async () => {
    setAsking(undefined);
    await refresh();
  };
  const dispatch = (chosen?: string) => {
    setTeam(chosen);
    setAsking('dispatch');
  };
  const mayDispatch = mayMove('dispatch', order.state);
  return (
    <div class="max-w-4xl mx-auto flex flex-col gap-4">
      <Heading title={order.title} note={windowText(order, look.language)}>
        <LinkButton kind="quiet" href={`/orders?unit=${order.unit}`}>
          {words.back}
        </LinkButton>
      </Heading>
      <div class="flex flex-wrap gap-2">
        <StateBadge state={order.state} words={words} />
        {order.urgent && <Badge tone="bad">{words.urgentBadge}</Badge>}
        {order.homeVisit && <Badge>{words.homeVisit}</Badge>}
      </div>
      <Todo order={order} words={words} ask={setAsking} mayDispatch={mayDispatch} redispatch={() => dispatch()} />
      <div class="grid gap-4 lg:grid-cols-2 items-start">
        <Details order={order} words={words} where={where} />
        <Card title={words.steps}>
          <Progress order={order} words={words} language={look.language} />
        </Card>
      </div>
      {(order.state === 'placed' || mayDispatch) && (
        <Candidates items={candidates.items} words={words} ask={mayDispatch ? dispatch : undefined} />
      )}
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
      {asking && asking !== 'rate' && (
        <DeskDialog
          asking={asking}
          order={order}
          team={team}
          words={words}
          look={look}
          onDone={close}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

interface TodoGiven {
  readonly order: Opened;
  readonly words: OrderDeskWords;
  readonly mayDispatch: boolean;
  ask(asking: Asking | 'rate'): void;
  redispatch(): void;
}

const Todo = ({ order: { state, callBackDue }, words, mayDispatch, ask, redispatch }: TodoGiven) => (
  <div class="flex flex-wrap gap-2 empty:hidden">
    {state === 'placed' && (
      <>
        <Button onClick={() => ask('pass')}>{words.pass}</Button>
        <Button kind="danger" onClick={() => ask('turnDown')}>
          {words.turnDown}
        </Button>
      </>
    )}
    {mayDispatch && (
      <Button kind={state === 'with_desk' ? 'main' : 'quiet'} onClick={redispatch}>
        {words.redispatch}
      </Button>
    )}
    {state === 'accepted' && (
      <Button kind="quiet" onClick={() => ask('extend')}>
        {words.extend}
      </Button>
    )}
    {state === 'done' && <Button onClick={() => ask('rate')}>{words.rateByPhone}</Button>}
    {callBackDue && <Button onClick={() => ask('callBack')}>{words.callBack}</Button>}
    {mayMove('cancel', state) && (
      <Button kind="quiet" onClick={() => ask('cancel')}>
        {words.cancelOrder}
      </Button>
    )}
  </div>
);

const Details = ({ order, words, where }: { order: Opened; words: OrderDeskWords; where: Where }) => (
  <Card title={words.whatFor}>
    <Facts
      of={[
        [words.phrasesTitle, order.phrases.map((one) => words.phrases[one]).join('、')],
        [words.need, order.need],
        [words.risk, order.risk],
        [words.riskLevel, String(order.riskLevel)],
        [words.channel, words.channels[order.channel]],
        [words.person, order.contact.name],
        [words.phone, order.contact.phone],
        [words.address, order.contact.address],
        [words.codeTitle, order.code],
        [words.rate, order.stars !== undefined && words.starsOf(order.stars)],
        [words.callBack, order.callBackNote],
        [
          words.lanes.call_back,
          order.callBackDue && words.callBackUntil(momentText(order.callBackDue, where.look.language)),
        ],
      ]}
    />
    <p class="mt-3 text-sm break-all">
      <a class="link" href={`/track/${order.link}`}>
        {words.trackLink}
      </a>
    </p>
  </Card>
);
