import type { ItemOf } from '../../api/read.ts';

/** A shift that waits for approval. */
export type Queued = ItemOf<'GET /api/approvals'>;

/** A deadline is a day in Shanghai, and lasts to its end. */
export const isLate = ({ deadline }: Pick<Queued, 'deadline'>, now: number): boolean =>
  Date.parse(`${deadline}T24:00:00+08:00`) <= now;

/** The element that stands for a shift in the queue. */
export const rowId = (shift: string): string => `shift-${shift}`;
