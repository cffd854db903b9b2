/** Adds a school, street or community to the district's tree; a code is claimed for the whole deployment. */
import type { district } from '../../shared/contracts/district.ts';
import type { Unit, UnitKind } from '../../shared/rules/units.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import type { Who } from '../platform/identity/who.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import type { Tools } from '../platform/tools.ts';
import { schoolCodeAt, treeAt, unitsOf, unitsWrite, written } from './rows.ts';

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
    const claim = unit.code === undefined ? [] : [claimCode(who, unit.code, unit.id, now)];
    return {
      result: unit.id,
      writes: [...claim, unitsWrite(who.district, { ver, units: [...units, unit] })],
      answer: unit,
    };
  },
  async show({ who }, tools, id) {
    const { units } = await readUnits(tools, who.district);
    const unit = units.find((candidate) => candidate.id === id);
    if (!unit) throw new Error('A unit has vanished');
    return unit;
  },
};

async function readUnits(tools: Tools, districtId: string) {
  const [item] = await tools.store.get([treeAt(districtId)]);
  return unitsOf(item);
}

const claimCode = (who: Who, code: string, unit: string, now: number): Write => ({
  ...schoolCodeAt(code),
  put: { ...written(who.person, now), district: who.district, unit },
  when: [['pk', 'absent']],
  or: 'school_code_taken',
});
