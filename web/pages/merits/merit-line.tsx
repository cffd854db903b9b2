/** One training or award, as its person and whoever registers see it; what was taken back stays to be read. */
import type { ComponentChildren } from 'preact';
import type { ItemOf } from '../../api/read.ts';
import { dayText, numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Badge } from '../../ui/card.tsx';
import type { MeritWords } from '../../words/merits.ts';

interface MeritGiven {
  readonly words: MeritWords;
  readonly look: Look;
  readonly merit: ItemOf<'GET /api/me/merits'>;
  readonly children?: ComponentChildren;
}

export function MeritLine({ words, look: { language }, merit, children }: MeritGiven) {
  const { kind, name, organiser, day, content, minutes, withdrawn } = merit;
  const length = minutes && words.minutesOf(numberText(minutes, language));
  return (
    <li class="py-3">
      <p class="flex flex-wrap items-center gap-2">
        <span class="font-bold">{name}</span>
        <Badge tone={kind === 'award' ? 'gold' : 'info'}>{words.kinds[kind]}</Badge>
        {withdrawn && <Badge tone="bad">{words.withdrawn}</Badge>}
      </p>
      <p class="text-sm text-soft">{[dayText(day, language), organiser, length].filter(Boolean).join(' · ')}</p>
      {content && <p>{content}</p>}
      {withdrawn && <p>{words.withdrawnFor(dayText(withdrawn.at, language), withdrawn.reason)}</p>}
      {children}
    </li>
  );
}
