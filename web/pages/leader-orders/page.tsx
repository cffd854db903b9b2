/** A team's orders: what is offered to it, what is open to all, what it has in hand. */
import { useState } from 'preact/hooks';
import { type ItemOf, read } from '../../api/read.ts';
import { send } from '../../api/send.ts';
import { numberText } from '../../format.ts';
import { definePage, type View } from '../../page.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { ProblemNote } from '../../ui/notice.tsx';
import { useAction } from '../../ui/use-action.ts';
import { type OrderTeamWords, orderTeamWords } from '../../words/order-team.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { Door } from './door.tsx';
import { type TeamOrder, TeamOrderFacts } from './facts.tsx';
import type { ProfileDialog } from './profile-dialog.tsx';
import { SayDialog } from './say-dialog.tsx';
import { TakenOrder } from './taken-order.tsx';

const readsOf = () => ({ orders: read('GET /api/team-orders') });
type Shown = View<OrderTeamWords, ReturnType<typeof readsOf>>;

export const leaderOrdersPage = definePage({
  allow: ['leader'],
  frame: 'app',
  words: orderTeamWords,
  title: (words) => words.leaderTitle,
  reads: readsOf,
  view: (view) => <LeaderOrders {...view} />,
});

function LeaderOrders(view: Shown) {
  const { words, where, data, refresh } = view;
  const { profile, offered, open, running, lately, taken } = data.orders;
  const [Profile, setProfile] = useState<typeof ProfileDialog>();
  // Seldom asked for: it comes when it is wanted.
  const describe = useAction(async () => {
    const dialog = await import('./profile-dialog.tsx');
    setProfile(() => dialog.ProfileDialog);
  });
  const row = (order: TeamOrder) => <OrderRow key={order.id} {...view} order={order} />;
  return (
    <div class="max-w-2xl mx-auto flex flex-col gap-4">
      <Heading title={words.leaderTitle} note={profile ? words.leaderLead : words.profileLead}>
        <Button kind={profile ? 'quiet' : 'main'} disabled={describe.isBusy} onClick={() => describe.run()}>
          {words.profile}
        </Button>
      </Heading>
      {describe.problem && <ProblemNote problem={describe.problem} look={where.look} />}
      <Section title={words.offered} words={words}>
        {offered.map(row)}
      </Section>
      <Section title={words.running} words={words}>
        {running.map(row)}
      </Section>
      <Section title={words.openTo} words={words}>
        {open.map(row)}
      </Section>
      {taken.length > 0 && (
        <Section title={words.taken} words={words}>
          {taken.map((order) => (
            <TakenOrder key={order.id} order={order} words={words} language={where.look.language} />
          ))}
        </Section>
      )}
      {lately.length > 0 && (
        <Section title={words.lately} words={words}>
          {lately.map(row)}
        </Section>
      )}
      {Profile && (
        <Profile
          words={words}
          look={where.look}
          profile={profile}
          onClose={() => setProfile(undefined)}
          onDone={async () => {
            await refresh();
            setProfile(undefined);
          }}
        />
      )}
    </div>
  );
}

interface SectionGiven {
  readonly title: string;
  readonly words: OrderTeamWords;
  readonly children: readonly unknown[];
}
const Section = ({ title, words, children }: SectionGiven) => (
  <Card title={title}>
    {children.length === 0 ? (
      <Empty title={words.nothing} />
    ) : (
      <ul class="divide-y divide-line">{children as never}</ul>
    )}
  </Card>
);

type Step = 'acceptance' | 'refusal' | 'start';

function OrderRow({ words, where, order, refresh }: Shown & { readonly order: ItemOf<'GET /api/me/visits'> }) {
  const [asking, setAsking] = useState<'assign' | 'finish' | 'handBack'>();
  const params = { order: order.id };
  const { look } = where;
  const step = useAction(async (name: Step) => {
    await send(`POST /api/orders/{order}/${name}`, { params, body: {} });
    await refresh();
  });
  const close = async () => {
    setAsking(undefined);
    await refresh();
  };
  const people = order.members.length;
  const isAccepted = order.state === 'accepted';
  return (
    <li class="py-4 flex flex-col gap-3">
      <TeamOrderFacts order={order} words={words} language={look.language} />
      {step.problem && <ProblemNote problem={step.problem} look={look} />}
      <div class="flex flex-wrap gap-2 empty:hidden">
        {(order.offered || order.state === 'open') && (
          <Button disabled={step.isBusy} onClick={() => step.run('acceptance')}>
            {order.offered ? words.accept : words.grab}
          </Button>
        )}
        {order.offered && (
          <Button kind="quiet" disabled={step.isBusy} onClick={() => step.run('refusal')}>
            {words.decline}
          </Button>
        )}
        {isAccepted && people > 0 && (
          <Button disabled={step.isBusy} onClick={() => step.run('start')}>
            {words.start}
          </Button>
        )}
        {isAccepted && (
          <>
            <Button kind={people === 0 ? 'main' : 'quiet'} onClick={() => setAsking('assign')}>
              {people === 0 ? words.assign : words.chosen(numberText(people, look.language))}
            </Button>
            <Button kind="quiet" onClick={() => setAsking('handBack')}>
              {words.handBack}
            </Button>
          </>
        )}
        {order.state === 'serving' && <Button onClick={() => setAsking('finish')}>{words.finish}</Button>}
        {order.shift && (
          <LinkButton kind="quiet" href={`/leader/shifts/${order.shift}`}>
            {words.toShift}
          </LinkButton>
        )}
      </div>
      {(isAccepted || order.state === 'serving') && <Door order={order.id} words={words} look={look} />}
      {asking === 'assign' && (
        <AssignDialog words={words} where={where} order={order} onDone={close} onClose={() => setAsking(undefined)} />
      )}
      {(asking === 'finish' || asking === 'handBack') && (
        <SayDialog
          asking={asking}
          words={words}
          look={look}
          order={order.id}
          onDone={close}
          onClose={() => setAsking(undefined)}
        />
      )}
    </li>
  );
}
