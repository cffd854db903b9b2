/**
 * Proposes to find that a record which was taken back had been made up on purpose, by the person it is about or by
 * whoever entered it; or to lift such a finding. Nothing moves until another person agrees.
 */
import type { findings } from '../../../shared/contracts/findings.ts';
import { teamsLedBy } from '../../access/index.ts';
import { readRefutedRecord } from '../../hours/index.ts';
import type { GuardedStory } from '../../platform/http/story.ts';
import { Problem } from '../../platform/problem.ts';
import { planned, proposedNow, showProposed } from '../proposing.ts';
import type { Finding, Lifting } from '../rows.ts';
import { readChange } from '../show.ts';
import { mustBeAnothers } from '../who-decides.ts';

type Propose = (typeof findings)['POST /api/findings'];
type Lift = (typeof findings)['POST /api/findings/{change}/lifting'];

export const proposeFinding: GuardedStory<Propose> = {
  async plan(ask, tools) {
    const { who, body, now } = ask;
    const { shift, volunteer, about, reason } = body;
    await mustBeAnothers(tools, who, volunteer);
    const { record, team } = await readRefutedRecord(tools, who, shift, volunteer);
    const { district, unit, name: service, recordedBy } = record;
    if (recordedBy === who.person) throw new Problem('second_person_needed');
    const led = about === 'recorder' ? await teamsLedBy(tools, district, recordedBy) : [];
    const change: Finding = {
      kind: 'finding',
      ...{ id: tools.newId(now), district, unit, volunteer, reason, shift, service, about, recordedBy },
      teams: [...new Set([team, ...led])],
      ...proposedNow(ask),
    };
    return planned(tools, ask, change);
  },
  show: showProposed,
};

export const proposeLifting: GuardedStory<Lift> = {
  async plan(ask, tools) {
    const { who, params, body, now } = ask;
    const finding = await readChange(tools, who, params.change);
    if (finding.kind !== 'finding') throw new Problem('finding_lifted');
    const { id, district, unit, volunteer, shift, service, about, recordedBy, state, liftedBy } = finding;
    await mustBeAnothers(tools, who, volunteer);
    if (recordedBy === who.person) throw new Problem('second_person_needed');
    if (state !== 'approved' || liftedBy !== undefined) throw new Problem('finding_lifted');
    const change: Lifting = {
      kind: 'lifting',
      ...{ district, unit, volunteer, shift, service, about, recordedBy },
      id: tools.newId(now),
      finding: id,
      reason: body.reason,
      ...proposedNow(ask),
    };
    return planned(tools, ask, change);
  },
  show: showProposed,
};
