/** Proposes to give or take points by hand, or to waive what somebody owes. Another person decides. */
import type { changes } from '../../shared/contracts/changes.ts';
import { ageOn, isMinor } from '../../shared/rules/ages.ts';
import { shanghaiDay } from '../../shared/rules/calendar.ts';
import { liveLots, sumOf } from '../../shared/rules/lots.ts';
import { readSettings } from '../district/index.ts';
import { readBalance } from '../ledger/index.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Tools } from '../platform/tools.ts';
import { type Person, readPeople } from '../volunteers/index.ts';
import { planned, proposedNow, showProposed } from './proposing.ts';
import type { Adjustment, Waiver } from './rows.ts';
import { mustBeAnothers } from './who-decides.ts';

type Adjust = (typeof changes)['POST /api/adjustments'];
type Waive = (typeof changes)['POST /api/waivers'];

export const proposeAdjustment: GuardedStory<Adjust> = {
  async plan({ who, body, now }, tools) {
    const { volunteer, points, reason } = body;
    const person = await personInScope(tools, who, volunteer);
    const settings = await readSettings(tools, who.district, shanghaiDay(now), person.school);
    if (Math.abs(points) > settings.adjustment_points_max) {
      throw new Problem('adjustment_too_large', { detail: `一次最多 ${settings.adjustment_points_max} 分` });
    }
    const { lots } = await readBalance(tools, who.district, volunteer);
    if (-points > sumOf(liveLots(lots, now))) throw new Problem('balance_too_low');
    const change: Adjustment = { ...proposed(tools, who, person, reason, now), kind: 'adjustment', points };
    return planned(tools, { who, now }, change);
  },
  show: showProposed,
};

export const proposeWaiver: GuardedStory<Waive> = {
  async plan({ who, body, now }, tools) {
    const person = await personInScope(tools, who, body.volunteer);
    if (needsDistrict(who, person, now)) throw new Problem('waiver_needs_district');
    const { debt } = await readBalance(tools, who.district, body.volunteer);
    if (debt === 0) throw new Problem('debt_none');
    const change: Waiver = { ...proposed(tools, who, person, body.reason, now), kind: 'waiver', points: debt };
    return planned(tools, { who, now }, change);
  },
  show: showProposed,
};

/** The school waives what pupils owe; what adults owe only the district. */
export const needsDistrict = ({ post }: Who, { birthDate }: Person, now: number): boolean =>
  post.role !== 'district_admin' && !isMinor(ageOn(birthDate, shanghaiDay(now)));

async function personInScope(tools: Tools, who: Who, volunteer: string): Promise<Person> {
  await mustBeAnothers(tools, who, volunteer);
  const [person] = await readPeople(tools, who.district, [volunteer]);
  const isThere = person && person.mergedInto === undefined && who.units.covers(who.post.unit, person.school);
  if (!isThere) throw new Problem('not_found');
  return person;
}

const proposed = (tools: Tools, who: Who, { id: volunteer, school: unit }: Person, reason: string, now: number) => ({
  ...{ district: who.district, unit, volunteer, reason },
  id: tools.newId(now),
  ...proposedNow({ who, now }),
});
