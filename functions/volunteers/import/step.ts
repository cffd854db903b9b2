/**
 * One step of an import: reads the file, compares some classes, or writes some. A step may be killed anywhere and run
 * again, or run twice at once; it ends by touching the job, whose stream event asks for the next one.
 */
import type { Attributes, Write } from '../../platform/store/port.ts';
import type { Tools } from '../../platform/tools.ts';
import { comparePart } from './compare-part.ts';
import { readFile } from './read-file.ts';
import { type ImportJob, jobAt, jobOf, type Part, partAt, partOf, progressAt, progressOf } from './rows.ts';
import { writePart } from './write-part.ts';

/** Parts a step does: about a second of work on DynamoDB, far below a function's timeout on a slow day. */
const partsCompared = 20;
const partsWritten = 10;

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
    const to = await eachPart(tools, district, job, progress.compared, partsCompared, comparePart);
    if (to !== undefined) await end(to, to === job.parts ? { state: 'preview' } : {});
  } else if (job.state === 'committing') {
    const to = await eachPart(tools, district, job, progress.written, partsWritten, writePart);
    if (to !== undefined) await end(to, to === job.parts ? { state: 'done' } : {});
  }
}

type Act = (tools: Tools, district: string, job: ImportJob, part: Part) => Promise<boolean>;

/** @returns the number of the next part, or undefined when another step is at the same work and will end it */
async function eachPart(tools: Tools, district: string, job: ImportJob, from: number, count: number, act: Act) {
  const to = Math.min(job.parts ?? 0, from + count);
  for (let n = from; n < to; n++) {
    const [item] = await tools.store.get([partAt(district, job.id, n)]);
    const isOurs = await act(tools, district, job, partOf(district, job.id, tools.vault, n, item));
    if (!isOurs) return undefined;
  }
  return to;
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
