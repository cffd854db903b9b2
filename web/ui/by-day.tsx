import type { ComponentChildren } from 'preact';
import { dayOf, weekdayText } from '../format.ts';
import type { Language } from '../look.ts';

interface ByDayGiven<One> {
  readonly items: readonly One[];
  readonly language: Language;
  /** A list item. */
  children(one: One): ComponentChildren;
}

/** What happens at its times, in their order, under a heading for each day. */
export function ByDay<One extends { readonly from: string }>({ items, language, children }: ByDayGiven<One>) {
  const days = new Map<string, One[]>();
  for (const one of items) {
    const day = dayOf(Date.parse(one.from));
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return (
    <div class="flex flex-col gap-4">
      {[...days].map(([day, ones]) => (
        <section key={day}>
          <h3 class="text-sm font-bold text-soft">{weekdayText(day, language)}</h3>
          <ul class="divide-y divide-line">{ones.map(children)}</ul>
        </section>
      ))}
    </div>
  );
}
