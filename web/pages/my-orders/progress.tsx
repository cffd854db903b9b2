/** Where an order stands, step by step with its clock, as its resident sees it. */
import type { AnswerOf } from '../../api/read.ts';
import { clockText, dayOf, momentText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Badge, type Tone } from '../../ui/card.tsx';
import type { OrdersWords } from '../../words/orders.ts';

export type Followed = AnswerOf<'POST /api/tracks'>;

const tones: Partial<Readonly<Record<Followed['state'], Tone>>> = {
  turned_down: 'bad',
  cancelled: 'plain',
  closed: 'plain',
  accepted: 'good',
  serving: 'good',
  done: 'gold',
  rated: 'good',
  with_desk: 'gold',
};

export const StateBadge = ({ state, words }: { state: Followed['state']; words: OrdersWords }) => (
  <Badge tone={tones[state] ?? 'info'}>{words.states[state]}</Badge>
);

interface ProgressGiven {
  readonly order: Pick<Followed, 'steps' | 'due' | 'late'>;
  readonly words: OrdersWords;
  readonly language: Language;
}

export const Progress = ({ order: { steps, due, late }, words, language }: ProgressGiven) => (
  <ol class="flex flex-col gap-3 border-l-2 border-line pl-4">
    {steps.map(({ state, at, by, team, takenFrom, reason }) => (
      <li key={`${state}${at}`}>
        <p class="font-bold">
          {words.states[state]} <span class="font-normal text-soft tabular-nums">{momentText(at, language)}</span>
        </p>
        <p class="text-soft">
          {[words.stepBy[by], team, takenFrom && words.takenFrom(takenFrom), reason].filter(Boolean).join(' · ')}
        </p>
      </li>
    ))}
    {due && (
      <li class={late ? 'text-danger font-bold' : 'text-soft'}>
        {late ? words.late : words.due(momentText(due, language))}
      </li>
    )}
  </ol>
);

/** `3月5日 10:00 – 12:00` */
export function windowText({ from, to }: Pick<Followed, 'from' | 'to'>, language: Language): string {
  const isOneDay = dayOf(Date.parse(from)) === dayOf(Date.parse(to));
  return `${momentText(from, language)} – ${(isOneDay ? clockText : momentText)(to, language)}`;
}
