/** Units as the API lists them, and who lies below whom. */
import type { ItemOf } from '../../api/read.ts';

export type Unit = ItemOf<'GET /api/units'>;

/** Whether a unit is another one or lies below it. */
export function isWithin(units: readonly Unit[], unit: string, above: string): boolean {
  for (let at: string | undefined = unit; at !== undefined; at = units.find(({ id }) => id === at)?.parent) {
    if (at === above) return true;
  }
  return false;
}

/** A unit and all below it, the upper ones first. */
export const unitsWithin = (units: readonly Unit[], above: string): readonly Unit[] =>
  units.filter(({ id }) => isWithin(units, id, above));

/** Those that have something in their name or code, and those above them, so that the tree stays one. */
export function unitsLike(units: readonly Unit[], text: string): readonly Unit[] {
  const found = units.filter(({ name, code }) => name.includes(text) || code?.startsWith(text));
  return units.filter(({ id }) => found.some((unit) => isWithin(units, unit.id, id)));
}
