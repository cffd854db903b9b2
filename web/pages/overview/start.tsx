/** What a school has ready for its first day; and for the district, which schools have not begun. */
import type { ComponentChildren } from 'preact';
import type { ItemOf } from '../../api/read.ts';
import { numberText } from '../../format.ts';
import type { Look } from '../../look.ts';
import { Badge, Card } from '../../ui/card.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import type { FiguresWords } from '../../words/figures.ts';

type School = ItemOf<'GET /api/figures/start'>;
interface Given {
  readonly words: FiguresWords;
  readonly look: Look;
}

interface ChecklistGiven extends Given {
  readonly school: School;
  /** Below the lines: where to say what is not known yet. */
  readonly children?: ComponentChildren;
}

export function Checklist({ words, look: { language }, school, children }: ChecklistGiven) {
  const lines = linesOf(words, school, (value) => numberText(value, language));
  const isDone = lines.every(({ done }) => done);
  return (
    <Card title={words.startTitle} aside={isDone && <Badge tone="good">{words.startReady}</Badge>}>
      <ul class="divide-y divide-line">
        {lines.map(({ name, value, done }) => (
          <li key={name} class="py-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <span>{name}</span>
            <span class="flex items-center gap-3">
              <b class="tabular-nums">{value}</b>
              <Badge tone={done ? 'good' : 'gold'}>{done ? words.isReady : words.isMissing}</Badge>
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}

function linesOf(words: FiguresWords, school: School, count: (value: number) => string) {
  const { pupils, pupilsExpected = 1, consented, online, teams, approvers, stocked, started } = school;
  const percent = pupils === 0 ? 0 : Math.floor((consented * 100) / pupils);
  return [
    { name: words.roster, value: rosterText(words, school, count), done: pupils >= pupilsExpected },
    { name: words.consents, value: words.consentsCount(count(percent), count(consented)), done: percent === 100 },
    { name: words.activated, value: words.rosterCount(count(online)), done: online > 0 },
    { name: words.teams, value: count(teams), done: teams > 0 },
    { name: words.approvers, value: count(approvers), done: approvers > 0 },
    { name: words.stocked, value: words.stockedAs(stocked), done: stocked },
    { name: words.begun, value: words.begunAs(started), done: started },
  ];
}

/** How many are on the roster, and of how many where that is known. */
function rosterText(words: FiguresWords, { pupils, pupilsExpected }: School, count: (value: number) => string) {
  if (pupilsExpected === undefined) return words.rosterCount(count(pupils));
  return words.rosterOf(count(pupils), count(pupilsExpected), count(Math.floor((pupils * 100) / pupilsExpected)));
}

export function NotBegun({ words, look: { language }, schools }: Given & { schools: readonly School[] }) {
  const idle = schools.filter(({ started }) => !started);
  const count = (value: number) => numberText(value, language);
  return (
    <div>
      <h2 class="text-lg font-bold mb-3">{words.idleTitle}</h2>
      {idle.length === 0 ? (
        <p class="text-soft">{words.idleNone}</p>
      ) : (
        <Table label={words.idleTitle}>
          <thead>
            <tr>
              <HeadCell>{words.unit}</HeadCell>
              <HeadCell class="text-right">{words.roster}</HeadCell>
              <HeadCell class="text-right">{words.consents}</HeadCell>
              <HeadCell class="text-right">{words.teams}</HeadCell>
              <HeadCell class="text-right">{words.approvers}</HeadCell>
              <HeadCell>{words.stocked}</HeadCell>
            </tr>
          </thead>
          <tbody class="tabular-nums">
            {idle.map((school) => (
              <tr key={school.unit}>
                <Cell class="min-w-36">
                  <a href={`/overview?unit=${school.unit}`} class="link inline-flex items-center min-h-12">
                    {school.name}
                  </a>
                </Cell>
                <Cell class="text-right">{rosterText(words, school, count)}</Cell>
                <Cell class="text-right">{count(school.consented)}</Cell>
                <Cell class="text-right">{count(school.teams)}</Cell>
                <Cell class="text-right">{count(school.approvers)}</Cell>
                <Cell>{words.stockedAs(school.stocked)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
