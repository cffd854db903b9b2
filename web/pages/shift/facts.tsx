import { clockText, dayText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Card } from '../../ui/card.tsx';
import type { ShiftWords } from '../../words/shift.ts';
import type { Shift } from './view.ts';

interface FactsGiven {
  readonly words: ShiftWords;
  readonly language: Language;
  readonly shift: Shift;
}

export function Facts({ words, language, shift }: FactsGiven) {
  const { place, category, content, risk, contact } = shift;
  const span = words.range(clockText(shift.from, language), clockText(shift.to, language));
  const facts = [
    [words.whenTitle, `${dayText(shift.from, language)} ${span}`],
    [words.place, place],
    [words.category, words.categories[category as keyof ShiftWords['categories']] ?? category],
    [words.content, content],
    [words.risk, risk],
    [words.contact, contact],
  ] as const;
  return (
    <Card title={words.detailsTitle}>
      <dl class="flex flex-col gap-2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt class="text-sm text-soft">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
