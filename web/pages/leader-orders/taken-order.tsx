import type { AnswerOf } from '../../api/read.ts';
import { momentText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Parts } from '../../ui/parts.tsx';
import type { OrderTeamWords } from '../../words/order-team.ts';
import { windowText } from '../my-orders/progress.tsx';

interface TakenGiven {
  readonly order: AnswerOf<'GET /api/team-orders'>['taken'][number];
  readonly words: OrderTeamWords;
  readonly language: Language;
}

/** An order that the community took back from the team, and why. */
export const TakenOrder = ({ order, words, language }: TakenGiven) => (
  <li class="py-4">
    <p class="font-bold">{order.title}</p>
    <Parts of={[windowText(order, language), order.unitName]} />
    <p class="text-soft">{[words.takenAt(momentText(order.at, language)), order.reason].join(' · ')}</p>
  </li>
);
