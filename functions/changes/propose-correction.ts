/**
 * Proposes that a final record counts fewer minutes. Nothing moves until another person agrees; what would come of it
 * is worked out now, so that the decider sees it.
 */
import type { changes } from '../../shared/contracts/changes.ts';
import { planCorrection, readFinalRecord } from '../hours/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { planned, proposedNow, showProposed } from './proposing.ts';
import type { Correction } from './rows.ts';
import { mustBeAnothers } from './who-decides.ts';

type Route = (typeof changes)['POST /api/corrections'];

export const proposeCorrection: GuardedStory<Route> = {
  async plan(ask, tools) {
    const { who, body, now } = ask;
    const { shift, volunteer, reason } = body;
    await mustBeAnothers(tools, who, volunteer);
    const record = await readFinalRecord(tools, who, shift, volunteer);
    const id = tools.newId(now);
    const { minutes, points } = await planCorrection(tools, record, body.minutes, {
      change: id,
      reason,
      proposedBy: who.person,
      by: who.person,
      now,
    });
    const { district, unit, name, rev, recordedBy } = record;
    const change: Correction = {
      kind: 'correction',
      ...{ id, district, unit, volunteer, reason, shift, rev, recordedBy, minutes },
      ...proposedNow(ask),
      service: name,
      minutesBefore: record.minutes,
      pointsBefore: record.points ?? 0,
      pointsAfter: points,
    };
    return planned(tools, ask, change);
  },
  show: showProposed,
};
