/**
 * Bulk work row by row: each record is its own transaction, so that one bad row fails alone and a repeat is harmless.
 */
import { type ProblemCode, problems } from '../../shared/problems.ts';
import { asProblem } from '../platform/http/problem-answer.ts';
import { Problem } from '../platform/problem.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import type { Write } from '../platform/store/port.ts';
import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { recordAt, recordOf, recordsOf, type ServiceRecord } from './rows.ts';

/** The writes that change one record, or that it is as asked already. Throws a Problem to refuse the row. */
export type RowPlan = (record: ServiceRecord) => Promise<{ operation: string; writes: readonly Write[] } | 'already'>;
export interface RowResult {
  readonly id: string;
  readonly outcome: string;
  readonly title?: string;
}

/** Transactions of different people do not touch; sixteen at once keep a class of sixty within a second. */
export const rowsAtOnce = 16;
const attemptsMax = 12;

export async function recordsToChange(tools: Tools, district: string, shift: string, chosen?: readonly string[]) {
  const records = (await readAll(tools.store, recordsOf(district, shift))).map(recordOf);
  if (!chosen) return records;
  const byVolunteer = new Map(records.map((record) => [record.volunteer, record]));
  return chosen.map((volunteer) => {
    const record = byVolunteer.get(volunteer);
    if (!record) throw new Problem('not_found');
    return record;
  });
}

export const changeRows = (tools: Tools, records: readonly ServiceRecord[], plan: RowPlan): Promise<RowResult[]> =>
  sideBySide(rowsAtOnce, records, async (record) => show(record.volunteer, await changeRow(tools, record, plan)));

async function changeRow(tools: Tools, seen: ServiceRecord, plan: RowPlan): Promise<ProblemCode | 'done'> {
  let record: ServiceRecord = seen;
  try {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const planned = await plan(record);
      if (planned === 'already') return 'done';
      const outcome = await tools.store.transact(`${planned.operation}#${attempt}`, planned.writes);
      if (outcome.done) return 'done';
      const refusal = planned.writes[outcome.failed[0]?.write ?? 0]?.or;
      if (refusal && refusal !== 'lost_race') return refusal;
      record = await reread(tools, record);
    }
    return 'busy';
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'fault') throw error;
    return problem.code;
  }
}

/** A lost race says that the row moved: what it has become decides, not what we meant. */
async function reread(tools: Tools, { district, shift, volunteer }: ServiceRecord): Promise<ServiceRecord> {
  const [item] = await tools.store.get([recordAt(district, shift, volunteer)]);
  if (!item) throw new Problem('not_found');
  return recordOf(item);
}

const show = (id: string, outcome: ProblemCode | 'done'): RowResult =>
  outcome === 'done' ? { id, outcome } : { id, outcome, title: problems[outcome].title };
