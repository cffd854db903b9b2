import { numberText } from '../format.ts';
import type { Language } from '../look.ts';
import { type CountingWords, countingWords } from '../words/counting.ts';

interface AccountGiven {
  readonly lines: readonly { readonly step: keyof CountingWords['computed']; readonly minutes: number }[];
  readonly minutes: number;
  readonly language: Language;
}

/** How a record's minutes were counted, folded away until somebody wants to know. */
export function CreditAccount({ lines, minutes, language }: AccountGiven) {
  const words = countingWords[language];
  const amount = (count: number) => words.minutes(numberText(count, language));
  return (
    <details>
      <summary class="link min-h-12 flex items-center">{words.computedTitle}</summary>
      <dl class="divide-y divide-line">
        {lines.map(({ step, minutes: count }) => (
          <div key={step} class="py-2 flex flex-wrap justify-between gap-x-4">
            <dt>{words.computed[step]}</dt>
            <dd class="tabular-nums">{amount(count)}</dd>
          </div>
        ))}
        <div class="py-2 flex flex-wrap justify-between gap-x-4 font-bold">
          <dt>{words.computedSum}</dt>
          <dd class="tabular-nums">{amount(minutes)}</dd>
        </div>
      </dl>
    </details>
  );
}
