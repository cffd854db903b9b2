/** Says what rows would change, and changes nobody: the preview. */
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

/**
 * What comparing these parts writes: their reports, and the count of parts, which lets each be compared once. With at
 * most four reports a part, twenty parts are one transaction.
 */
export async function compareParts(
  tools: Tools,
  district: string,
  job: ImportJob,
  parts: readonly Part[],
): Promise<Write[]> {
  const [first] = parts;
  if (!first) return [];
  const decided = await Promise.all(parts.map((part) => decideRows(tools, district, part, part.rows)));
  const counts: Partial<Record<Outcome, number>> = {};
  const reports = parts.flatMap((part, at) =>
    [...Map.groupBy(decided[at] ?? [], ({ decision }): Outcome => decision.kind)].map(([outcome, rows]): Write => {
      counts[outcome] = (counts[outcome] ?? 0) + rows.length;
      return {
        ...resultAt(district, job.id, outcome, partChunk(part.n)),
        put: resultRow(job, rows.map(resultOfRow)),
      };
    }),
  );
  const progress: Write = {
    ...progressAt(district, job.id),
    update: { set: { compared: first.n + parts.length }, add: counts },
    when: [['compared', '=', first.n]],
    or: 'lost_race',
  };
  return [progress, ...reports];
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
