/** A school, or its district, says how many pupils it has, so that the first-day checklist can tell who is missing. */
import type { district } from '../../shared/contracts/district.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { readUnits, showUnit } from './read-units.ts';
import { unitsWrite } from './rows.ts';
import { schoolInScope } from './school-in-scope.ts';

type Route = (typeof district)['PUT /api/schools/{school}/pupils'];

export const setPupils: GuardedStory<Route> = {
  async plan({ who, params, body }, tools) {
    const school = schoolInScope(who, params.school);
    const { ver, units } = await readUnits(tools, who.district);
    const changed = units.map((unit) => (unit.id === school ? { ...unit, ...body } : unit));
    return { result: school, writes: [unitsWrite(who.district, { ver, units: changed })] };
  },
  show: ({ who }, tools, id) => showUnit(tools, who.district, id),
};
