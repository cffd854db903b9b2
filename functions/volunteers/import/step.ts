/**
 * One step of an import: reads the file, compares some classes, or writes some. A step may be killed anywhere and run
 * again, or run twice at once; it ends by touching the job, whose stream event asks for the next one.
 */
import type { Attributes, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { compareParts } from './compare-parts.ts';
import { readFile } from './read-file.ts';
import { type ImportJob, jobAt, jobOf, type Part, partAt, partOf, progressAt, progressOf } from './rows.ts';
import { writePart } from './write-part.ts';

/** Parts a step does: about a second of work on DynamoDB, far below a function's timeout on a slow day. */
const partsCompared = 20;
const partsWritten = 20;

/** @param now the time of the event that asks for the step, epoch milliseconds */
export async function stepImport(tools: Tools, district: string, id: string, now: number): Promise<void> {
  const [jobItem, progressItem] = await tools.store.get([jobAt(district, id), progressAt(district, id)]);
  const job = jobOf(id, jobItem);
  if (!job) return;
  const progress = progressOf(progressItem);
  const end = (from: number, set: Attributes, writes?: readonly Write[]) =>
    endStep(tools, district, job, { from, set: { ...set, at: now }, writes });
  if (job.state === 'reading' && job.parts === undefined) {
    const { set, writes } = await readFile(tools, district, job);
    await end(-1, set, writes);
  } else if (job.state === 'reading') {
    const parts = await readParts(tools, district, job, progress.compared, partsCompared);
    const to = progress.compared + parts.length;
    const writes = await compareParts(tools, district, job, parts);
    await end(to, to === job.parts ? { state: 'preview' } : {}, writes);
  } else if (job.state === 'committing') {
    const parts = await readParts(tools, district, job, progress.written, partsWritten);
    const to = progress.written + parts.length;
    const isOurs = await writeParts(tools, district, job, parts);
    if (isOurs) await end(to, to === job.parts ? { state: 'done' } : {});
  }
}

async function readParts({ store, vault }: Tools, district: string, job: ImportJob, from: number, count: number) {
  const to = Math.min(job.parts ?? 0, from + count);
  const numbers = Array.from({ length: to - from }, (_, at) => from + at);
  const items = await store.get(numbers.map((n) => partAt(district, job.id, n)));
  return numbers.map((n, at) => partOf(district, job.id, vault, n, items[at]));
}

/** @returns false when another step is at the same work and will end it */
async function writeParts(tools: Tools, district: string, job: ImportJob, parts: readonly Part[]): Promise<boolean> {
  for (const part of parts) if (!(await writePart(tools, district, job, part))) return false;
  return true;
}

interface StepEnd {
  readonly from: number;
  readonly set: Attributes;
  readonly writes?: readonly Write[];
}

/** Always changes the job, or no event would follow. A guard that fails says that another step has ended before. */
async function endStep(tools: Tools, district: string, job: ImportJob, { from, set, writes = [] }: StepEnd) {
  const touched: Write = {
    ...jobAt(district, job.id),
    update: { set, add: { turn: 1 } },
    when: [['state', '=', job.state]],
    or: 'lost_race',
  };
  await tools.store.transact(`${job.id}#${job.state}#${from}`, [touched, ...writes]);
}
