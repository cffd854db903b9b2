import type { ItemOf } from '../../api/read.ts';
import { momentText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Badge } from '../../ui/card.tsx';
import { Parts } from '../../ui/parts.tsx';
import type { OrderTeamWords } from '../../words/order-team.ts';
import { StateBadge, windowText } from '../my-orders/progress.tsx';

export type TeamOrder = ItemOf<'GET /api/me/visits'>;

interface FactsGiven {
  readonly order: TeamOrder;
  readonly words: OrderTeamWords;
  readonly language: Language;
}

/** What a team and its people know of an order before they stand at the door. */
export const TeamOrderFacts = ({ order, words, language }: FactsGiven) => (
  <div>
    <p class="font-bold flex flex-wrap items-center gap-2">
      {order.title}
      <StateBadge state={order.state} words={words} />
      {order.urgent && <Badge tone="bad">{words.urgentBadge}</Badge>}
      {order.homeVisit && <Badge>{words.homeVisit}</Badge>}
    </p>
    <Parts of={[windowText(order, language), order.unitName]} />
    <p class="text-soft">
      {[...order.phrases.map((one) => words.phrases[one]), order.need, order.risk].filter(Boolean).join(' · ')}
    </p>
    {order.due && (
      <p class={order.late ? 'text-danger font-bold' : 'text-soft'}>
        {order.late && `${words.late} · `}
        {words.due(momentText(order.due, language))}
      </p>
    )}
    {order.stars !== undefined && <p class="text-gold font-bold">{words.starsOf(order.stars)}</p>}
  </div>
);
