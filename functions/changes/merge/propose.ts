/** Proposes that two registrations become one, or two again. Nothing moves until another person agrees. */
import type { merges } from '../../../shared/contracts/merges.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { Problem } from '../../platform/problem.ts';
import { type Merge, proposal, type Separation } from '../rows.ts';
import { readChange, showChange } from '../show.ts';
import { readPair, unitOf } from './pair.ts';

type Propose = (typeof merges)['POST /api/merges'];
type Undo = (typeof merges)['POST /api/merges/{change}/undo'];

export const proposeMerge: GuardedStory<Propose> = {
  async plan({ who, body, now }, tools) {
    const pair = await readPair(tools, who, body, now);
    const [obstacle] = pair.obstacles;
    if (obstacle) throw new Problem(obstacle);
    const change: Merge = {
      kind: 'merge',
      id: tools.newId(now),
      district: who.district,
      unit: unitOf(who, pair),
      volunteer: body.kept,
      merged: body.merged,
      reason: body.reason,
      minutes: pair.merged.balance.minutes,
      points: pair.merged.points,
      state: 'proposed',
      proposedBy: who.person,
      proposedAt: now,
    };
    return { result: change.id, writes: [proposal(change)], answer: await showChange(tools, who, change, now) };
  },
  show: async ({ who, now }, tools, id) => showChange(tools, who, await readChange(tools, who, id), now),
};

export const proposeSeparation: GuardedStory<Undo> = {
  async plan({ who, params, body, now }, tools) {
    const merge = await readChange(tools, who, params.change);
    const isMerged = merge.kind === 'merge' && merge.state === 'approved' && merge.separatedBy === undefined;
    if (!isMerged) throw new Problem('merge_undone');
    const { district, unit, volunteer, merged, minutes, points } = merge;
    const change: Separation = {
      ...{ district, unit, volunteer, merged, minutes, points },
      kind: 'separation',
      id: tools.newId(now),
      merge: merge.id,
      reason: body.reason,
      state: 'proposed',
      proposedBy: who.person,
      proposedAt: now,
    };
    return { result: change.id, writes: [proposal(change)], answer: await showChange(tools, who, change, now) };
  },
  show: async ({ who, now }, tools, id) => showChange(tools, who, await readChange(tools, who, id), now),
};
