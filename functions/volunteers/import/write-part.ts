/**
 * Writes the previewed rows of one class: all in one transaction with their report, so that a killed import neither
 * loses nor repeats a row. Where that fails, in halves, down to the row that fails, which is reported as a conflict.
 */
import { limits, type Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Decided, decideRows } from './decide-rows.ts';
import { newcomerId, peopleWrites } from './people-writes.ts';
import {
  type ImportJob,
  type Part,
  type PartRow,
  partChunk,
  progressAt,
  type RowResult,
  resultAt,
  resultOf,
  resultRow,
} from './rows.ts';

interface Writing {
  readonly tools: Tools;
  readonly district: string;
  readonly job: ImportJob;
  readonly part: Part;
}
/** Outcomes whose rows are written, and the one a row falls to when it cannot be. */
const outcomes = ['new', 'changed', 'conflict'] as const;
type Preview = Readonly<Record<(typeof outcomes)[number], readonly RowResult[]>>;

/** People change the same class at the same time seldom: after so many lost races a smaller batch is tried. */
const attemptsMax = 3;

/** @returns false when another step has already written this part */
export async function writePart(tools: Tools, district: string, job: ImportJob, part: Part): Promise<boolean> {
  const writing = { tools, district, job, part };
  const preview = await readPreview(writing);
  const planned = new Set([...preview.new, ...preview.changed].map(placeOf));
  const rows = part.rows.filter((row) => planned.has(placeOf(row)));
  const closing = (settled: readonly RowResult[]) => closingWrites(writing, preview, settled);
  if (await attempt(writing, rows, closing)) return true;
  const settled = await inHalves(writing, rows);
  return (await tools.store.transact(`${job.id}#close#${part.n}`, closing(settled))).done;
}

async function inHalves(writing: Writing, rows: readonly PartRow[]): Promise<readonly RowResult[]> {
  const settled = await attempt(writing, rows, () => []);
  if (settled) return settled;
  const [first, ...more] = rows;
  if (first && more.length === 0) {
    return [{ row: first.row, sheet: first.sheet, column: '学号', reason: '写入时有别的修改，请稍后重新导入这一行' }];
  }
  const middle = Math.ceil(rows.length / 2);
  return [...(await inHalves(writing, rows.slice(0, middle))), ...(await inHalves(writing, rows.slice(middle)))];
}

/**
 * Decides the rows anew and writes them in one transaction.
 * @returns undefined when they do not fit or lose the race
 */
async function attempt(
  { tools, district, job, part }: Writing,
  rows: readonly PartRow[],
  closing: (settled: readonly RowResult[]) => Write[],
): Promise<readonly RowResult[] | undefined> {
  for (let tries = 0; tries < attemptsMax; tries++) {
    const decided = await decideRows(tools, district, part, rows);
    const settled = decided.map((one) => settledRow(job, one));
    const writes = [...(await peopleWrites(tools, district, job.id, decided)), ...closing(settled)];
    if (writes.length > limits.writesPerTransaction) return undefined;
    if (writes.length === 0) return settled;
    const operation = `${job.id}#write#${part.n}#${rows[0]?.row ?? 0}#${rows.length}#${tries}`;
    if ((await tools.store.transact(operation, writes)).done) return settled;
  }
  return undefined;
}

function settledRow(job: ImportJob, { row, decision }: Decided): RowResult {
  const { row: number, sheet } = row;
  if (decision.kind === 'conflict') return { row: number, sheet, column: decision.column, reason: decision.reason };
  const volunteer = decision.kind === 'new' ? newcomerId(job.id, row) : decision.before.id;
  return { row: number, sheet, volunteer, committed: true };
}

/** The report of the part, and the count of parts, which lets each part be written once. */
function closingWrites({ district, job, part }: Writing, preview: Preview, settled: readonly RowResult[]): Write[] {
  const byPlace = new Map(settled.map((result) => [placeOf(result), result]));
  const written = (results: readonly RowResult[]) =>
    results.map((result) => ({ ...result, ...byPlace.get(placeOf(result)) })).filter(({ committed }) => committed);
  const refused = settled.filter(({ committed }) => !committed);
  const after: Preview = {
    new: written(preview.new),
    changed: written(preview.changed),
    conflict: [...preview.conflict, ...refused],
  };
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, after[outcome].length - preview[outcome].length]),
  );
  const progress: Write = {
    ...progressAt(district, job.id),
    update: { set: { written: part.n + 1 }, add: { ...counts, committed: settled.length - refused.length } },
    when: [['written', '=', part.n]],
    or: 'lost_race',
  };
  const reports = outcomes.filter((outcome) => preview[outcome].length + after[outcome].length > 0);
  return [
    progress,
    ...reports.map((outcome): Write => {
      const at = resultAt(district, job.id, outcome, partChunk(part.n));
      return after[outcome].length === 0 ? { ...at, remove: true } : { ...at, put: resultRow(job, after[outcome]) };
    }),
  ];
}

async function readPreview({ tools, district, job, part }: Writing): Promise<Preview> {
  const items = await tools.store.get(
    outcomes.map((outcome) => resultAt(district, job.id, outcome, partChunk(part.n))),
  );
  const [fresh, changed, conflict] = items.map(resultOf);
  return { new: fresh ?? [], changed: changed ?? [], conflict: conflict ?? [] };
}

const placeOf = ({ row, sheet = '' }: { row: number; sheet?: string }) => `${sheet}|${row}`;
