/** Proposes that two registrations become one, or two again. Nothing moves until another person agrees. */
import type { merges } from '../../../shared/contracts/merges.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { Problem } from '../../platform/problem.ts';
import { planned, proposedNow, showProposed } from '../proposing.ts';
import type { Merge, Separation } from '../rows.ts';
import { readChange } from '../show.ts';
import { readPair, unitOf } from './pair.ts';

type Propose = (typeof merges)['POST /api/merges'];
type Undo = (typeof merges)['POST /api/merges/{change}/undo'];

export const proposeMerge: GuardedStory<Propose> = {
  async plan(ask, tools) {
    const { who, body, now } = ask;
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
      ...proposedNow(ask),
    };
    return planned(tools, ask, change);
  },
  show: showProposed,
};

export const proposeSeparation: GuardedStory<Undo> = {
  async plan(ask, tools) {
    const { who, params, body, now } = ask;
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
      ...proposedNow(ask),
    };
    return planned(tools, ask, change);
  },
  show: showProposed,
};
