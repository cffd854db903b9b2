/** The rows of a roster by what would become of them, and all that need a look as one file. */
import { type AnswerOf, type ItemOf, pathOf } from '../../api/read.ts';
import { fetchRead } from '../../api/send.ts';
import { csvText, saveFile } from '../../csv.ts';
import { numberText } from '../../format.ts';
import type { Where } from '../../page.ts';
import { Button } from '../../ui/button.tsx';
import { Badge, Empty } from '../../ui/card.tsx';
import { Turn } from '../../ui/filter.tsx';
import { Icon } from '../../ui/icon.tsx';
import * as icons from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/notice.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import { useAction } from '../../ui/use-action.ts';
import type { RosterWords } from '../../words/roster.ts';
import type { Job } from './shown.ts';

export type Outcome = keyof Job['counts'];
type Page = AnswerOf<'GET /api/imports/{import}/rows'>;
type Row = ItemOf<'GET /api/imports/{import}/rows'>;

/** What needs somebody comes first. */
const outcomes = ['faulty', 'conflict', 'new', 'changed', 'unchanged'] as const satisfies readonly Outcome[];
const reported = ['faulty', 'conflict', 'changed'] as const satisfies readonly Outcome[];

export const shownOf = ({ query }: Where): Outcome => outcomes.find((one) => one === query.show) ?? 'faulty';

interface Given {
  readonly words: RosterWords;
  readonly where: Where;
  readonly job: Job;
}

export function Rows({ words, where, job, rows }: Given & { rows: Page }) {
  const shown = shownOf(where);
  return (
    <section class="flex flex-col gap-4">
      <OutcomeTabs words={words} where={where} job={job} />
      <div class="flex flex-wrap items-center justify-between gap-3">
        <p class="text-soft">{words.meanings[shown]}</p>
        <Report words={words} where={where} job={job} />
      </div>
      {rows.items.length === 0 ? (
        <Empty title={words.noRows[shown]} />
      ) : (
        <RowTable words={words} rows={rows.items} job={job} shown={shown} />
      )}
      <Turn path={where.path} query={where.query} next={rows.next} labels={words} />
    </section>
  );
}

const OutcomeTabs = ({ words, where, job }: Given) => (
  <nav aria-label={words.tabs}>
    <ul class="flex flex-wrap gap-2">
      {outcomes.map((outcome) => (
        <li key={outcome} class="flex-1">
          <a
            href={`${where.path}?show=${outcome}`}
            aria-current={outcome === shownOf(where) ? 'page' : undefined}
            class="flex flex-col items-center justify-center min-h-16 px-4 rounded-xl bg-card border border-line text-soft whitespace-nowrap aria-[current]:border-brand aria-[current]:bg-brand-soft aria-[current]:text-brand"
          >
            <span class="text-xl font-bold tabular-nums">{numberText(job.counts[outcome], where.look.language)}</span>
            <span class="text-sm">{words.outcomes[outcome]}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

interface RowTableGiven {
  readonly words: RosterWords;
  readonly job: Job;
  readonly rows: readonly Row[];
  readonly shown: Outcome;
}

function RowTable({ words, job, rows, shown }: RowTableGiven) {
  const isWritten = job.state !== 'preview' && (shown === 'new' || shown === 'changed');
  const hasReason = shown !== 'new' && shown !== 'unchanged';
  return (
    <Table label={words.outcomes[shown]}>
      <thead>
        <tr>
          <HeadCell>{words.row}</HeadCell>
          {hasReason && <HeadCell>{words.rowColumn}</HeadCell>}
          {hasReason && <HeadCell>{words.reason}</HeadCell>}
          {isWritten && <HeadCell>{words.state}</HeadCell>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.sheet} ${row.row}`}>
            <Cell class="whitespace-nowrap tabular-nums">{words.rowAt(String(row.row), row.sheet)}</Cell>
            {hasReason && <Cell class="font-bold min-w-20">{row.column}</Cell>}
            {hasReason && <Cell>{row.reason}</Cell>}
            {isWritten && (
              <Cell>
                <Badge tone={row.committed ? 'good' : 'plain'}>
                  {row.committed ? words.committed : words.notCommitted}
                </Badge>
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Report({ words, where, job }: Given) {
  const report = useAction(async () => {
    const rows = [];
    for (const outcome of reported) rows.push(...(await readRows(job.id, outcome)));
    saveFile(words.reportFile, csvText([words.reportHead, ...rows.map((row) => lineOf(words, row))]));
  });
  if (reported.every((outcome) => job.counts[outcome] === 0)) return null;
  return (
    <>
      <Button kind="quiet" disabled={report.isBusy} onClick={() => report.run()}>
        <Icon of={icons.download} class="size-5" />
        {report.isBusy ? words.preparing : words.report}
      </Button>
      {report.problem && <ProblemNote problem={report.problem} look={where.look} />}
    </>
  );
}

async function readRows(job: string, outcome: Outcome): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const asked = { params: { import: job }, query: { outcome, cursor } };
    const path = pathOf('GET /api/imports/{import}/rows', asked);
    const page: Page = await fetchRead<'GET /api/imports/{import}/rows'>(path);
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return rows;
}

const lineOf = (words: RosterWords, { sheet, row, outcome, column, reason, committed }: Row) => [
  sheet ?? '',
  row,
  words.outcomes[outcome],
  column ?? '',
  reason ?? '',
  committed ? words.committed : words.notCommitted,
];
