/** What became of a week sheet, half day by half day. */
import type { AnswerOf } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { leaderWords } from '../../words/leader.ts';
import { sentenceOf } from '../../words/problems.ts';
import type { WeekWords } from '../../words/week.ts';
import type { Member } from '../record/use-members.ts';
import { LeftOut } from '../shift/left-out.tsx';

export type Saved = AnswerOf<'POST /api/week-sheets'>;
type Cell = Saved['cells'][number];
interface OutcomeGiven {
  readonly words: WeekWords;
  readonly where: Where;
  readonly members: readonly Member[];
  readonly saved: Saved;
}

export function Outcome({ words, where, members, saved: { cells } }: OutcomeGiven) {
  const isWhole = cells.every(({ outcome, leftOut }) => outcome === 'done' && leftOut.length === 0);
  const nameOf = (id: string) => members.find(({ volunteer }) => volunteer === id)?.name ?? '';
  return (
    <Card title={isWhole ? words.resultTitle : words.partTitle}>
      <ul class="divide-y divide-line" role="status">
        {cells.map((cell) => (
          <li key={`${cell.weekday}${cell.half}`} class="py-3">
            <p class="flex flex-wrap items-center justify-between gap-x-3">
              <span class={cell.outcome === 'done' ? 'font-bold' : 'font-bold text-danger'}>
                {sentence(words, where, cell)}
              </span>
              {cell.shift && (
                <a class="link min-h-12 grid place-items-center" href={`/leader/shifts/${cell.shift}`}>
                  {words.confirmNext}
                </a>
              )}
            </p>
            <LeftOut words={leaderWords[where.look.language]} look={where.look} rows={cell.leftOut} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      <div class="flex flex-wrap gap-2 mt-3">
        <LinkButton href="/leader">{leaderWords[where.look.language].back}</LinkButton>
        <LinkButton kind="quiet" href="/leader/week">
          {words.again}
        </LinkButton>
      </div>
    </Card>
  );
}

function sentence(words: WeekWords, { look: { language } }: Where, cell: Cell): string {
  const [day = '', half] = [words.weekdays[cell.weekday - 1], words.halves[cell.half]];
  if (cell.outcome === 'done') return words.done(day, half, numberText(cell.recorded, language));
  const code = cell.outcome as Parameters<typeof sentenceOf>[0]['code'];
  return words.failed(day, half, sentenceOf({ code, status: 0, title: cell.title }, language).title);
}
