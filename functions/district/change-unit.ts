/** Renames a unit; a community without a code may be given one. A code in use stays: it is printed on cards. */
import type { district } from '../../shared/contracts/district.ts';
import type { Unit } from '../../shared/rules/units.ts';
import type { GuardedStory } from '../platform/http/story.ts';
import { Problem } from '../platform/problem.ts';
import type { Write } from '../platform/store/port.ts';
import { readUnits, showUnit } from './read-units.ts';
import { schoolCodeWrite, unitsWrite } from './rows.ts';

type Route = (typeof district)['PUT /api/units/{unit}'];

export const changeUnit: GuardedStory<Route> = {
  async plan({ who, params, body: { name, code }, now }, tools) {
    const { ver, units } = await readUnits(tools, who.district);
    const before = units.find(({ id }) => id === params.unit);
    if (!before || !who.units.covers(who.post.unit, before.id)) throw new Problem('not_found');
    if (before.parent === undefined) throw new Problem('district_name_fixed');
    const isNewCode = code !== undefined && code !== before.code;
    if (isNewCode && !mayBeGivenCode(before)) throw new Problem('unit_code_fixed');
    const unit: Unit = isNewCode ? { ...before, name, code } : { ...before, name };
    const claim: Write[] = isNewCode
      ? [schoolCodeWrite(code, { district: who.district, unit: unit.id, by: who.person, now })]
      : [];
    const changed = units.map((other) => (other.id === unit.id ? unit : other));
    return {
      result: unit.id,
      writes: [...claim, unitsWrite(who.district, { ver, units: changed })],
      answer: unit,
    };
  },
  show: ({ who }, tools, id) => showUnit(tools, who.district, id),
};

const mayBeGivenCode = ({ kind, code }: Unit) => kind === 'community' && code === undefined;
