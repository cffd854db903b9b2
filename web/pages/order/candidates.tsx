/** Teams that may be asked, the best first, with why. */
import type { ItemOf } from '../../api/read.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Parts } from '../../ui/parts.tsx';
import type { OrderDeskWords } from '../../words/order-desk.ts';

interface CandidatesGiven {
  readonly items: readonly ItemOf<'GET /api/orders/{order}/candidates'>[];
  readonly words: OrderDeskWords;
  /** Asks one team; absent before the order has passed. */
  ask: ((team: string) => void) | undefined;
}

export const Candidates = ({ items, words, ask }: CandidatesGiven) => (
  <Card title={words.candidates}>
    <p class="text-soft">{items.length > 0 ? words.candidatesLead : ask ? words.noOthers : words.noCandidates}</p>
    <ol class="divide-y divide-line">
      {items.map(({ team, name, points, reasons }) => (
        <li key={team} class="py-3 flex flex-wrap items-center justify-between gap-3">
          <div class="min-w-0 flex-1">
            <p class="font-bold">
              {name} <span class="text-soft font-normal tabular-nums">{words.pointsOf(points)}</span>
            </p>
            <Parts class="text-sm text-soft" of={reasons.map(({ factor, value }) => words.factors[factor](value))} />
          </div>
          {ask && (
            <Button kind="quiet" onClick={() => ask(team)}>
              {words.offerTo}
            </Button>
          )}
        </li>
      ))}
    </ol>
  </Card>
);
