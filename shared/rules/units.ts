/** The district's units as a tree: district → schools and communities. Scope is decided here and nowhere else. */
export const unitKinds = ['district', 'street', 'school', 'community'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** Absent at the root. */
  readonly parent?: string;
  /** Six digits for the sign-in of a school's pupils, or of a community's volunteers. */
  readonly code?: string;
  /** How many pupils a school says it has; absent or 0 while nobody has said. */
  readonly pupilsExpected?: number;
}

export interface UnitTree {
  readonly root: Unit;
  get(unit: string): Unit | undefined;
  /** Whether `unit` is `ancestor` or lies below it. An unknown unit is covered by nobody. */
  covers(ancestor: string, unit: string): boolean;
  /** The unit and everything above it, up to the root; nothing for an unknown unit. */
  above(unit: string): string[];
  /** The unit and everything below it. */
  below(unit: string): Unit[];
}

/** @throws when the list has no root */
export function unitTree(units: readonly Unit[]): UnitTree {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const root = units.find((unit) => unit.parent === undefined);
  if (!root) throw new Error('A unit tree needs a root');
  const above = (unit: string): string[] => {
    const path: string[] = [];
    for (let at = byId.get(unit); at; at = at.parent === undefined ? undefined : byId.get(at.parent)) path.push(at.id);
    return path;
  };
  const covers = (ancestor: string, unit: string) => above(unit).includes(ancestor);
  return {
    root,
    get: (unit) => byId.get(unit),
    covers,
    above,
    below: (unit) => units.filter((candidate) => covers(unit, candidate.id)),
  };
}
