/** The school year month by month: a picture of the hours, and the numbers in tables that scroll on a phone. */
import { hoursText, numberText } from '../../format.ts';
import { monthText } from '../../month.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { Ranking } from '../../ui/charts/ranking.tsx';
import { Cell, HeadCell, Table } from '../../ui/table.tsx';
import type { Told } from './year.tsx';

export function ServedChart({ words, board, language, figures: { months } }: Told) {
  const rows = months.map(({ month, served }) => ({
    id: month,
    name: monthText(month, language),
    value: served?.minutes ?? 0,
    text: served ? hoursText(served.minutes, language) : words.few,
  }));
  const [first] = [...rows].sort((one, other) => other.value - one.value);
  const range = [rows[0]?.name ?? '', rows.at(-1)?.name ?? ''] as const;
  return (
    <Chart
      title={board.monthsTitle}
      label={board.monthsLabel(...range, first?.name ?? '', first?.text ?? '')}
      empty={first ? undefined : words.monthsEmpty}
      table={{
        title: board.table,
        columns: [board.month, board.hoursUnit],
        rows: rows.map((row) => [row.name, row.text]),
      }}
    >
      <Ranking rows={rows} />
    </Chart>
  );
}

export function ServedByMonth({ words, board, language, figures: { months } }: Told) {
  const rows = months.map(({ month, served, late }) => ({
    month,
    cells: served
      ? [hoursText(served.minutes, language), ...[served.records, served.sessions, served.people, late]]
      : [null, null, null, null, null],
  }));
  const columns = [board.hoursUnit, board.records, board.sessions, board.peopleServed, words.late];
  return <ByMonth title={words.served} {...{ words, board, language, columns, rows }} />;
}

export function PointsByMonth({ words, board, language, figures: { months, year } }: Told) {
  const rows = months.map(({ month, points: { issued, spent, expired }, redemptions }) => ({
    month,
    cells: [issued, spent, expired, ...redemptions.map(({ count }) => count)],
  }));
  const kinds = year.redemptions.map(({ kind }) => board.kinds[kind]);
  const columns = [board.issued, board.spent, board.expired, ...kinds];
  return <ByMonth title={words.pointsTitle} {...{ words, board, language, columns, rows }} />;
}

interface ByMonthGiven extends Pick<Told, 'words' | 'board' | 'language'> {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly month: string; readonly cells: readonly (string | number | null)[] }[];
}

function ByMonth({ words, board, language, title, columns, rows }: ByMonthGiven) {
  const shown = (cell: string | number | null) =>
    cell === null ? words.few : typeof cell === 'number' ? numberText(cell, language) : cell;
  if (rows.length === 0) return null;
  return (
    <div>
      <h2 class="text-lg font-bold mb-3">{title}</h2>
      <Table label={title}>
        <thead>
          <tr>
            <HeadCell>{board.month}</HeadCell>
            {columns.map((column) => (
              <HeadCell key={column} class="text-right">
                {column}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody class="tabular-nums">
          {rows.map(({ month, cells }) => (
            <tr key={month}>
              <Cell class="whitespace-nowrap">{monthText(month, language)}</Cell>
              {cells.map((cell, at) => (
                <Cell key={columns[at]} class={`text-right whitespace-nowrap ${cell === null ? 'text-soft' : ''}`}>
                  {shown(cell)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
