import type { ItemOf } from '../../api/read.ts';

type Unit = ItemOf<'GET /api/units'>;

/** A unit and all below it; the list of units also names those above. */
export function unitsWithin(units: readonly Unit[], top: string): readonly Unit[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const isWithin = (unit: string | undefined): boolean =>
    unit === top || (unit !== undefined && isWithin(parents.get(unit)));
  return units.filter(({ id }) => isWithin(id));
}
