/** Hours and stars of another district, as it recorded them. Nothing is shown of whoever brought none. */
import type { AnswerOf } from '../api/read.ts';
import { dayText, hoursText } from '../format.ts';
import type { Language } from '../look.ts';
import { broughtWords } from '../words/brought.ts';
import { Badge, Card } from './card.tsx';

interface BroughtGiven {
  readonly brought: AnswerOf<'GET /api/me'>['brought'];
  readonly language: Language;
}

export function Brought({ brought, language }: BroughtGiven) {
  const words = broughtWords[language];
  if (brought.length === 0) return null;
  return (
    <Card title={words.title}>
      <p class="text-soft">{words.lead}</p>
      <ul class="divide-y divide-line">
        {brought.map(({ from, on, minutes, stars }) => (
          <li key={`${from}${on}`} class="py-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <span>
              <span class="block font-bold">{from}</span>
              <span class="block text-sm text-soft">{words.on(dayText(on, language))}</span>
            </span>
            <span class="flex flex-wrap items-center gap-2">
              {stars.map(({ scheme, level }) => (
                <Badge key={scheme} tone="gold">
                  {words.stars[scheme](level)}
                </Badge>
              ))}
              <b class="tabular-nums">{words.hours(hoursText(minutes, language))}</b>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
