import type { ComponentChildren } from 'preact';
import type { ItemOf } from '../../api/read.ts';
import { dayText, lastDayText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import type { PublicityWords } from '../../words/publicity.ts';

interface ListGiven {
  readonly shift: ItemOf<'GET /api/publicity/{school}'>;
  readonly words: PublicityWords;
  readonly language: Language;
  /** What stands beside a name: a way to object, for whoever has the school's link. */
  readonly beside?: (line: {
    readonly shift: string;
    readonly ref?: string;
    readonly name: string;
  }) => ComponentChildren;
  /** What stands beside a class. */
  readonly besideClass?: (line: { readonly shift: string; readonly label: string }) => ComponentChildren;
}

/** A shift in publicity: masked names with their minutes, and classes that are only counted. On screen and on paper. */
export const ShiftList = ({ shift, words, language, beside, besideClass }: ListGiven) => (
  <section class="bg-card rounded-2xl border border-line p-4 lg:p-6 print:p-0 print:border-0 break-inside-avoid">
    <div class="flex flex-wrap items-center justify-between gap-2">
      <h2 class="text-lg font-bold">{shift.name}</h2>
      <p class="font-bold text-info">{words.until(lastDayText(shift.until, language))}</p>
    </div>
    <p class="text-soft mb-3">{words.at(dayText(shift.day, language), shift.place)}</p>
    {shift.people.length > 0 && (
      <>
        <h3 class="text-sm font-bold mb-1">{words.named}</h3>
        <ul class="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-3">
          {shift.people.map(({ name, class: label, minutes, ref }, index) => (
            // Masked names repeat; their place in the list is what tells them apart.
            <li key={index} class="flex flex-wrap items-center justify-between gap-2 py-1 border-b border-line">
              <span>{`${name} ${label}`}</span>
              <span class="tabular-nums whitespace-nowrap">{words.minutes(numberText(minutes, language))}</span>
              {beside?.({ shift: shift.shift, ref, name: `${name} ${label}` })}
            </li>
          ))}
        </ul>
      </>
    )}
    {shift.classes.length > 0 && (
      <>
        <h3 class="text-sm font-bold mt-3 mb-1">{words.countedTitle}</h3>
        <ul>
          {shift.classes.map(({ class: label, people, minutes }) => (
            <li key={label} class="flex flex-wrap justify-between gap-2 py-1 border-b border-line">
              <span>{label}</span>
              <span>{words.counted(numberText(people, language), numberText(minutes, language))}</span>
              {besideClass?.({ shift: shift.shift, label })}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
