/** Says what a part's rows would change, and changes nobody: the preview. */
import type { Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Decided, decideRows } from './decide-rows.ts';
import {
  type ImportJob,
  type Outcome,
  type Part,
  partChunk,
  progressAt,
  type RowResult,
  resultAt,
  resultRow,
} from './rows.ts';

/** @returns false when another step has already compared this part */
export async function comparePart(tools: Tools, district: string, job: ImportJob, part: Part): Promise<boolean> {
  const decided = await decideRows(tools, district, part, part.rows);
  const byOutcome = Map.groupBy(decided, ({ decision }): Outcome => decision.kind);
  const chunk = partChunk(part.n);
  const results = [...byOutcome].map(
    ([outcome, rows]): Write => ({
      ...resultAt(district, job.id, outcome, chunk),
      put: resultRow(job, rows.map(resultOfRow)),
    }),
  );
  const counts = Object.fromEntries([...byOutcome].map(([outcome, rows]) => [outcome, rows.length]));
  const progress: Write = {
    ...progressAt(district, job.id),
    update: { set: { compared: part.n + 1 }, add: counts },
    when: [['compared', '=', part.n]],
    or: 'lost_race',
  };
  return (await tools.store.transact(`${job.id}#compare#${part.n}`, [progress, ...results])).done;
}

function resultOfRow({ row: { row, sheet }, decision }: Decided): RowResult {
  switch (decision.kind) {
    case 'new':
      return { row, sheet };
    case 'unchanged':
      return { row, sheet, volunteer: decision.before.id };
    case 'changed': {
      const column = decision.columns.join('、');
      return { row, sheet, column, reason: `将更新：${column}`, volunteer: decision.before.id };
    }
    case 'conflict':
      return { row, sheet, column: decision.column, reason: decision.reason };
  }
}
