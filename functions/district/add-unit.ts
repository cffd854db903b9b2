/** Adds a school, street or community to the district's tree; a code is claimed for the whole deployment. */
import type { district } from '../../shared/contracts/district.ts';
import type { Unit, UnitKind } from '../../shared/rules/units.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import { readUnits, showUnit } from './read-units.ts';
import { schoolCodeWrite, unitsWrite } from './rows.ts';

type Route = (typeof district)['POST /api/units'];

const parentsOf: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  district: [],
  street: ['district'],
  school: ['district', 'street'],
  community: ['district', 'street'],
};

export const addUnit: GuardedStory<Route> = {
  async plan({ who, body, now }, tools) {
    const { ver, units } = await readUnits(tools, who.district);
    const parent = units.find(({ id }) => id === body.parent);
    if (!parent || !who.units.covers(who.post.unit, parent.id)) throw new Problem('not_found');
    if (!parentsOf[body.kind].includes(parent.kind)) throw new Problem('unit_kind_misplaced');
    const unit: Unit = { id: tools.newId(now), ...body };
    const held = { district: who.district, unit: unit.id, by: who.person, now };
    const claim = unit.code === undefined ? [] : [schoolCodeWrite(unit.code, held)];
    return {
      result: unit.id,
      writes: [...claim, unitsWrite(who.district, { ver, units: [...units, unit] })],
      answer: unit,
    };
  },
  show: ({ who }, tools, id) => showUnit(tools, who.district, id),
};
