/** The months that are shown, added up: what was served, which points went which way, what was fetched. */
import type { AnswerOf } from '../../api/read.ts';
import { hoursText, numberText } from '../../format.ts';
import type { Language } from '../../look.ts';
import { Badge, Card, Figure } from '../../ui/card.tsx';
import type { FiguresWords } from '../../words/figures.ts';
import type { PublicFiguresWords } from '../../words/public-figures.ts';

export interface Told {
  readonly words: PublicFiguresWords;
  /** The words of the staff's own figures, which name the same things. */
  readonly board: FiguresWords;
  readonly language: Language;
  readonly figures: AnswerOf<'GET /api/public/figures/{school}'>;
}

export function YearNumbers({ words, board, language, figures: { year } }: Told) {
  const { served, grades, points, redemptions, late, hidden } = year;
  const count = (value: number | null | undefined) => (value == null ? words.few : numberText(value, language));
  const hours = served ? hoursText(served.minutes, language) : words.few;
  const few = hidden > 0 && <Badge>{words.hiddenMonths(count(hidden))}</Badge>;
  const grid = 'grid gap-4 grid-cols-[repeat(auto-fit,minmax(8rem,1fr))]';
  return (
    <Card title={words.yearTitle} aside={few}>
      <div class={grid}>
        <Figure name={board.hours} value={hours} note={board.hoursUnit} />
        <Figure name={board.records} value={count(served?.records)} />
        <Figure name={board.sessions} value={count(served?.sessions)} />
        <Figure name={board.peopleServed} value={count(served?.people)} note={board.peopleServedNote} />
        <Figure name={words.late} value={count(late)} />
        {(['issued', 'spent', 'expired'] as const).map((name) => (
          <Figure key={name} name={board[name]} value={count(points[name])} />
        ))}
      </div>
      <h3 class="font-bold mt-6 mb-3">{board.gradesTitle}</h3>
      {grades === null ? (
        <p class="text-soft">{words.few}</p>
      ) : (
        <div class={grid}>
          {grades.map(({ grade, records }) => (
            <Figure key={grade} name={board.grades[grade]} value={count(records)} />
          ))}
        </div>
      )}
      <h3 class="font-bold mt-6 mb-3">{words.redeemed}</h3>
      <div class={grid}>
        {redemptions.map(({ kind, count: fetched }) => (
          <Figure key={kind} name={board.kinds[kind]} value={count(fetched)} />
        ))}
      </div>
    </Card>
  );
}
