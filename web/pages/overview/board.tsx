/** Figures of a unit: numbers first, then pictures of them. The overview and the district's page show it. */
import type { ComponentChildren } from 'preact';
import { hoursText, momentText, numberText } from '../../format.ts';
import { Figure, Heading } from '../../ui/card.tsx';
import { PrintButton } from '../../ui/print-button.tsx';
import { GradesChart, MonthsChart, StarsChart, TeamsChart } from './charts.tsx';
import type { Told } from './told.ts';
import { Waiting, type WaitingLinks } from './waiting.tsx';

interface BoardGiven extends Told {
  readonly title: string;
  readonly unitName: string;
  /** Where to act on what waits; absent for whoever only looks. */
  readonly links?: WaitingLinks;
  /** Below the charts. */
  readonly children?: ComponentChildren;
}

export function Board({ title, unitName, links, words, look, figures, children }: BoardGiven) {
  const told = { words, look, figures };
  const asOf = words.asOf(momentText(figures.asOf, look.language));
  return (
    <div class="flex flex-col gap-4 lg:gap-6">
      <Heading title={title} note={`${unitName} · ${asOf}`}>
        <PrintButton label={words.print} />
      </Heading>
      <Numbers {...told} />
      <Waiting {...told} links={links} />
      <div class="grid gap-4 lg:gap-6 lg:grid-cols-5 items-start">
        <div class="min-w-0 lg:col-span-3 flex flex-col gap-4 lg:gap-6">
          <MonthsChart {...told} />
          <TeamsChart {...told} />
        </div>
        <div class="min-w-0 lg:col-span-2 flex flex-col gap-4 lg:gap-6">
          <StarsChart {...told} />
          <GradesChart {...told} />
        </div>
      </div>
      {children}
    </div>
  );
}

function Numbers({ words, look: { language }, figures: { teams, volunteers, minutes, sessions } }: Told) {
  const count = (value: number) => numberText(value, language);
  const unit = <span class="text-base font-normal text-soft"> {words.hoursUnit}</span>;
  return (
    <div class="grid gap-4 grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] lg:grid-cols-5">
      <Figure name={words.teams} value={count(teams)} />
      <Figure name={words.online} value={count(volunteers.online)} note={words.onlineNote} />
      <Figure name={words.offline} value={count(volunteers.offline)} note={words.offlineNote} />
      <Figure name={words.sessions} value={count(sessions)} note={words.finalNote} />
      <div class="col-span-full lg:col-span-1">
        <Figure name={words.hours} value={[hoursText(minutes, language), unit]} note={words.finalNote} />
      </div>
    </div>
  );
}
