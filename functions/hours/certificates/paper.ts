/** What the printed certificate says, for whoever prints it: the frozen snapshot, and the mark of a correction. */
import type { Tools } from '../../platform/tools.ts';
import { type Certificate, certificateAt, certificateOf, type Snapshot, snapshotAt, snapshotOf } from './rows.ts';

export interface Paper extends Snapshot {
  readonly number: string;
  readonly minutes: number;
  /** Only of a certificate that has been corrected. */
  readonly minutesNow?: number;
  /** Epoch milliseconds. */
  readonly issuedAt: number;
}

/** @returns undefined for one that is not issued */
export async function readPaper(
  tools: Tools,
  named: Pick<Certificate, 'district' | 'volunteer' | 'id'>,
): Promise<Paper | undefined> {
  const [item, frozen] = await tools.store.get([certificateAt(named), snapshotAt(named)]);
  if (!item || !frozen) return undefined;
  const { number = '', minutes, minutesNow = minutes, decidedAt = 0 } = certificateOf(item);
  return {
    ...snapshotOf(tools, named, frozen),
    number,
    minutes,
    minutesNow: minutesNow === minutes ? undefined : minutesNow,
    issuedAt: decidedAt,
  };
}
