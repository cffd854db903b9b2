import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { headAt, type Shift, shiftOf } from './rows.ts';

/** The shift if it lies within the asker's team or units; foreign and absent are the same. @throws not_found */
export async function readShift(tools: Tools, who: Who, shift: string): Promise<Shift> {
  const [item] = await tools.store.get([headAt(who.district, shift)]);
  const found = item && shiftOf(item);
  if (!found || !reaches(who, found)) throw new Problem('not_found');
  return found;
}

/** The same, for whoever vouches for its hours. @throws right_suspended, not_found */
export async function readShiftToVouch(tools: Tools, who: Who, shift: string): Promise<Shift> {
  if (who.suspended) throw new Problem('right_suspended');
  return readShift(tools, who, shift);
}

export const reaches = ({ post, units }: Who, { team, unit }: Pick<Shift, 'team' | 'unit'>): boolean =>
  post.role === 'leader' ? post.scope === team : units.covers(post.unit, unit);
