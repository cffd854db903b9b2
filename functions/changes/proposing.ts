/** What every proposal has in common: a name and a time, one write, and being shown as it stands now. */
import type { Who } from '../platform/identity/who.ts';
import type { Tools } from '../platform/tools.ts';
import { type Change, proposal } from './rows.ts';
import { readChange, showChange } from './show.ts';

interface Asking {
  readonly who: Who;
  readonly now: number;
}

/** A change on its first day. */
export const proposedNow = ({ who, now }: Asking) => ({
  state: 'proposed' as const,
  proposedBy: who.person,
  proposedAt: now,
});

export const planned = async (tools: Tools, { who, now }: Asking, change: Change) => ({
  result: change.id,
  writes: [proposal(change)],
  answer: await showChange(tools, who, change, now),
});

export const showProposed = async ({ who, now }: Asking, tools: Tools, id: string) =>
  showChange(tools, who, await readChange(tools, who, id), now);
