/** Where a volunteer's leader sends the volunteer. */
import { read } from '../../api/read.ts';
import { definePage, type View, type Where } from '../../page.ts';
import { Card, Empty, Heading } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { type OrderTeamWords, orderTeamWords } from '../../words/order-team.ts';
import { shellWords } from '../../words/shell.ts';
import { Door } from '../leader-orders/door.tsx';
import { TeamOrderFacts } from '../leader-orders/facts.tsx';

const readsOf = ({ query: { cursor } }: Where) => ({ visits: read('GET /api/me/visits', { query: { cursor } }) });

export const visitsPage = definePage({
  allow: ['volunteer'],
  frame: 'app',
  words: orderTeamWords,
  title: (words) => words.visitsTitle,
  reads: readsOf,
  view: (view) => <Visits {...view} />,
});

const Visits = ({ words, where, data: { visits } }: View<OrderTeamWords, ReturnType<typeof readsOf>>) => (
  <div class="max-w-2xl mx-auto flex flex-col gap-4">
    <Heading title={words.visitsTitle} note={words.visitsLead} />
    {visits.items.length === 0 && (
      <Card>
        <Empty title={words.noVisits} />
      </Card>
    )}
    {visits.items.map((order) => (
      <Card key={order.id}>
        <div class="flex flex-col gap-3">
          <TeamOrderFacts order={order} words={words} language={where.look.language} />
          {(order.state === 'accepted' || order.state === 'serving') && (
            <Door order={order.id} words={words} look={where.look} />
          )}
        </div>
      </Card>
    ))}
    <Turn path={where.path} query={where.query} next={visits.next} labels={shellWords[where.look.language]} />
  </div>
);
