import type { AnswerOf } from '../../api/read.ts';
import { hoursText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Figure } from '../../ui/card.tsx';
import { publicityWords } from '../../words/publicity.ts';

interface FiguresGiven {
  readonly figures: AnswerOf<'GET /api/public/figures'>;
  readonly language: Language;
}

/** What has been saved so far, in round numbers. One too small to be shown is said to be small. */
export function PublicFigures({ figures: { volunteers, teams, minutes }, language }: FiguresGiven) {
  const words = publicityWords[language];
  const shown = (value: number | null, few: string) => (value === null ? few : numberText(value, language));
  const hours = minutes === null ? words.fewHours : `${hoursText(minutes, language)} ${words.hoursUnit}`;
  return (
    <section
      aria-label={words.figuresTitle}
      class="grid gap-4 grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] sm:grid-cols-3"
    >
      <Figure name={words.volunteers} value={shown(volunteers, words.fewVolunteers)} />
      <Figure name={words.teams} value={shown(teams, words.few)} />
      <div class="col-span-full sm:col-span-1">
        <Figure name={words.hours} value={hours} />
      </div>
    </section>
  );
}
