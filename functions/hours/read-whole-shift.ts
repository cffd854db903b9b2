import { readAll } from '../platform/store/read-all.ts';
import type { Tools } from '../platform/tools.ts';
import { headAt, recordOf, recordsOf, type ServiceRecord, type Shift, shiftOf } from './rows.ts';

/** A shift as others count it. */
export interface WholeShift extends Pick<Shift, 'team' | 'unit' | 'deadline' | 'peopleServed'> {
  readonly records: readonly ServiceRecord[];
}

/** A shift with all its records, read by primary key; for whoever works without a post. */
export async function readWholeShift(tools: Tools, district: string, id: string): Promise<WholeShift | undefined> {
  const [head] = await tools.store.get([headAt(district, id)]);
  if (!head) return undefined;
  const records = (await readAll(tools.store, recordsOf(district, id))).map(recordOf);
  return { ...shiftOf(head), records };
}
