import type { ComponentChildren } from 'preact';
import { Card, Empty } from '../card.tsx';

/** The numbers behind a picture: the first column names the row. */
export interface ChartTable {
  /** What opens the table. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartGiven {
  readonly title: string;
  /** What the picture says, for whoever cannot see it. */
  readonly label: string;
  readonly table: ChartTable;
  /** Said in place of the picture when there is nothing to draw. */
  readonly empty: string | undefined;
  readonly children: ComponentChildren;
}

/** A picture of numbers with its text and its table. Nothing in it needs a script, and it prints. */
export const Chart = ({ title, label, table, empty, children }: ChartGiven) => (
  <Card title={title} class="break-inside-avoid">
    {empty ? (
      <Empty title={empty} />
    ) : (
      <>
        <div role="img" aria-label={label}>
          {children}
        </div>
        <Numbers {...table} />
      </>
    )}
  </Card>
);

const Numbers = ({ title, columns, rows }: ChartTable) => (
  <details class="mt-3 print:hidden">
    <summary class="min-h-12 flex items-center text-soft underline">{title}</summary>
    <table class="w-full text-sm">
      <thead>
        <tr class="border-b border-line">
          {columns.map((column, index) => (
            <th key={column} scope="col" class={`py-2 ${index > 0 ? 'text-right' : 'text-left'}`}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="divide-y divide-line tabular-nums">
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row" class="py-2 text-left font-normal">
              {name}
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]} class="py-2 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);
